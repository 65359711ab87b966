// The pictures of an editor's day.
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';

import { call, editionOf, goTo, openStory, otherEdition, panel, save } from '../harness/desk.mjs';
import { remarks } from './guideTexts.mjs';
import { calm } from './picture.mjs';

/** A newer text of the saffron story is submitted; its id. */
async function corrected(window, lang) {
  const id = await editionOf(window, 'a cautious price', lang);
  await save(window);
  await call(window, 'Submit', id);
  return id;
}

/** An edition that is submitted and has nothing to be objected to; its id. */
async function waiting(window, lang) {
  if (lang === 'en') return editionOf(window, 'four wheels', 'en');
  const id = await editionOf(window, 'سیلاب', 'fa');
  await call(window, 'Submit', id);
  return id;
}

/** Lays an edition on the editors' table. */
async function toReview(window, id) {
  await window.go(`#/review/${id}`);
  await window.find(`[data-queued="${id}"][aria-selected=true]`);
}

/** Writes a comment on a passage. */
async function remark(window, block, words) {
  await window.click(`[data-block="${block}"]`);
  await window.press('c');
  await window.fill('[data-field=comment]', words);
  await window.press('Control+Enter');
  await window.shows('[data-thread] .words', words);
}

/** Suggests another text for the passage that was remarked on. */
async function suggest(window, words) {
  await window.click('[data-act=suggest]');
  await window.fill('[data-field=suggestion]', words);
  await window.press('Control+Enter');
  await window.until(() => document.querySelectorAll('[data-thread]').length === 2);
}

export const editing = {
  review: async (window, lang) => {
    const id = await corrected(window, lang);
    const { question, answer, suggestion } = remarks[lang];
    await toReview(window, id);
    await remark(window, 1, question);
    await window.click('[data-act=reply]');
    await window.type('[data-field=reply]', answer);
    await window.press('Control+Enter');
    await window.shows('.reply', answer);
    await suggest(window, suggestion);
  },
  shortcuts: async (window) => {
    await calm(window);
    await window.press('Control+/');
    await window.find('dialog[open] kbd');
  },
  return: async (window, lang) => {
    await window.press('Escape');
    await window.click('[data-act=decide-return]');
    await window.fill('[data-field=act-words]', remarks[lang].note);
  },
  returned: async (window, lang) => {
    await window.click('[data-act=decide-return]');
    await window.fill('[data-field=act-words]', remarks[lang].note);
    await window.click('[data-act=confirm-return]');
    await openStory(window, 'a cautious price');
    await otherEdition(window, lang);
    await panel(window, 'comments');
    await window.find('[data-act=accept-suggestion]');
  },
  schedule: async (window, lang) => {
    const id = await waiting(window, lang);
    await toReview(window, id);
    await window.click('[data-act=decide-approve]');
    await window.until(async (id) => (await globalThis.go.app.App.Edition(id)).work.state === 'approved', id);
    await window.go('#/work');
    await window.go(`#/review/${id}`);
    await window.click('[data-act=decide-schedule]');
    await window.click('[data-act=quick-evening]');
  },
  coverage: async (window) => {
    await goTo(window, 'coverage');
    await window.find('[data-story]');
    for (const row of [1, 4, 5]) await window.run((row) => document.querySelectorAll('[data-story]')[row].click(), row);
    await window.find('[data-act=coverage-ask]');
  },
  ask: async (window, lang) => {
    await window.click('[data-act=coverage-ask]');
    for (const each of ['ps', 'tg']) await window.click(`[data-field=ask-${each}]`);
    await window.fill('[data-field=ask-note]', remarks[lang].wish);
  },
  across: async (window, lang) => {
    await openStory(window, 'a cautious price');
    await panel(window, 'story');
    await window.find('[data-related]'); // what is below it moves when it comes
    await window.click('[data-act=across-withdraw]');
    for (const each of ['en', 'fa']) await window.fill(`[data-field=notice-${each}]`, remarks[each].notice);
    await window.find('[data-list=across] [data-left=notice]');
    await window.find('[data-act=across-run]:not([disabled])');
  },
  publish: async (window, lang, room) => {
    await goTo(window, 'publish');
    const path = await mkdtemp(join(room, 'site-'));
    await call(window, 'SaveDestination', { id: '', kind: 'folder', name: 'USB', path, published: '', missing: false });
    await goTo(window, 'work');
    await goTo(window, 'publish');
    await window.click('[data-act=publish-site]');
    await window.when(() => document.querySelector('.results[data-outcome]'), [], 55_000);
    // The folder of this machine says nothing to a reader.
    await window.run((path) => {
      const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) if (walk.currentNode.data.includes(path)) walk.currentNode.data = '/media/usb/site';
    }, path);
  },
  tags: async (window) => {
    await goTo(window, 'terms');
    await window.click('[data-field=kind] label:nth-child(2)');
  },
  settings: (window) => goTo(window, 'settings'),
};
