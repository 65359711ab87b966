// A walk through the main views, for tests that ask the same of each. `look(where)` is called
// wherever something new is in sight, and awaited.
import { findAnything, goTo, openStory, panel, siteSettings } from './desk.mjs';

/** The lists and forms, from the settings to what finds anything. */
export async function throughLists(window, look) {
  await goTo(window, 'settings');
  await look('settings');
  for (const [view, row] of [['stories', '[data-edition]'], ['terms', '[data-term]'], ['names', '[data-name]']]) {
    await goTo(window, view);
    await window.find(row);
    await look(view);
  }
  await goTo(window, 'publish');
  await look('publish');
  await siteSettings(window);
  await look('site');
  await findAnything(window);
  await look('palette');
  await window.press('Escape');
}

/** The writing table, with each of its side panels, under a story of the sample. */
export async function throughWriting(window, look) {
  await openStory(window, 'Kazakh');
  for (const tab of ['story', 'history', 'preview']) {
    await panel(window, tab);
    await window.find(`[data-act=tab-${tab}][aria-selected=true]`);
    await look(`edition, ${tab}`);
  }
}
