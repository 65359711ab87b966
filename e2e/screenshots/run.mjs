// Pictures of the main views, from the real window with the sample newsroom: in four
// languages, light and dark, into docs/screenshots.
//
//   make screenshots                     all of them
//   make screenshots VIEWS=stories,start LANGUAGES=fa    some
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { begin, BODY, call, findAnything, goTo, openStory, otherEdition, panel, previewed, publish, save, siteSettings, wear } from '../harness/desk.mjs';
import { path } from '../harness/paths.mjs';
import { Window } from '../harness/window.mjs';
import { calm, chosen, DESK } from './picture.mjs';

const FOLDER = join(path.root, 'docs/screenshots');
const THEMES = ['light', 'dark'];

// Each view: how one gets there from any other. What changes something comes last.
const VIEWS = {
  stories,
  edition: (window, lang) => article(window, lang, 'story'),
  preview: async (window, lang) => {
    await article(window, lang, 'preview');
    await previewed(window);
  },
  terms: (window) => goTo(window, 'terms'),
  site: siteSettings,
  settings: (window) => goTo(window, 'settings'),
  palette: async (window) => {
    await stories(window);
    await findAnything(window);
  },
};
const LATER = {
  publish,
  history: async (window, lang) => {
    await article(window, lang, 'history');
    await window.find('[data-revision]');
    await window.click(BODY);
    await window.press('Control+End');
    for (let letters = 60; letters > 0; letters--) await window.press('Backspace');
    await save(window);
    await window.click('[data-act=changes]');
    await window.find('[data-panel=comparison] del');
  },
};

async function stories(window) {
  await goTo(window, 'stories');
  if (await window.run(() => Boolean(document.querySelector('[data-act=clear-filters]')))) await window.click('[data-act=clear-filters]');
  await window.until(() => document.querySelectorAll('[data-edition]').length > 5);
}

// The sample's story of the Kazakh delegation is there in every language.
async function article(window, lang, tab) {
  await openStory(window, 'Kazakhstan');
  await otherEdition(window, lang);
  await panel(window, tab);
}

const room = await mkdtemp(join(tmpdir(), 'khabar-screenshots-'));
try {
  for (const lang of chosen('LANGUAGES', ['en', 'fa', 'ps', 'tg'])) await photograph(lang);
} finally {
  await rm(room, { recursive: true, force: true });
}

async function photograph(lang) {
  const window = await Window.open({ lang: `${lang}.UTF-8` });
  try {
    await window.find('[data-view=start]');
    await picture(window, 'start', lang, 'light');
    await begin(window, { name: DESK[lang], sample: true });
    await call(window, 'SaveDestination', { id: '', kind: 'folder', name: 'USB', path: await mkdtemp(join(room, 'site-')), published: '', missing: false });
    for (const views of [VIEWS, LATER]) {
      for (const theme of THEMES) await photographAll(window, views, lang, theme);
    }
  } finally {
    await window.close();
  }
}

async function photographAll(window, views, lang, theme) {
  await wear(window, theme);
  for (const [name, goThere] of Object.entries(views)) {
    if (!chosen('VIEWS', [name]).includes(name)) continue;
    await goThere(window, lang);
    await picture(window, name, lang, theme);
    await window.press('Escape');
  }
}

async function picture(window, name, lang, theme) {
  await calm(window);
  await window.screenshot(join(FOLDER, `${name}-${lang}-${theme}.webp`));
}
