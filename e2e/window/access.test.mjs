// The window as people with other eyes, ears and hands meet it: axe-core in every view, light in
// a language from left to right, dark in one from right to left. The published pages: e2e/site.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { equip, violations } from '../harness/axe.mjs';
import { ask, begin, BODY, goTo, newStory, opened as openedEdition, openStory, panel, save, speak, translating, wear, writeBody } from '../harness/desk.mjs';
import { step } from '../harness/steps.mjs';
import { Window } from '../harness/window.mjs';

let window, commented, approved;
before(async () => {
  window = await Window.open({ lang: 'en_US.UTF-8' });
  await equip(window);
});
after(() => window?.close());

let found = [];
const look = async (where) => found.push(...(await violations(window, where)));
function judge() {
  const all = found;
  found = [];
  assert.deepEqual(all, []);
}

/** An edition at the editors' table, with a comment and a suggestion; and one that is approved. */
async function review() {
  const body = ['Rain fell on Kabul.', 'The road to Jalalabad is closed.'];
  const ids = [];
  for (const headline of ['Rain on Kabul', 'Sun over Kabul']) {
    const { id, heads, text } = await ask(window, 'CreateStory', 'en');
    await ask(window, 'Save', id, heads, { ...text, headline, body: body.join('\n\n') });
    await ask(window, 'Submit', id);
    ids.push(id);
  }
  const about = { about: '', at: 1, quote: body[1], text: 'Since when?', suggests: false, suggestion: '' };
  await ask(window, 'AddComment', ids[0], about);
  await ask(window, 'AddComment', ids[0], { ...about, text: '', suggests: true, suggestion: 'The road is shut.' });
  await ask(window, 'Approve', ids[1], (await ask(window, 'ReviewOf', ids[1])).revision);
  return ids;
}

step('at the first start', async () => {
  await window.find('[data-view=start]');
  await look('start');
  judge();
  await begin(window, { sample: true });
  [commented, approved] = await review();
});

// Each view: how one gets there. What is laid over it goes with Escape.
const VIEWS = {
  work: () => goTo(window, 'work'),
  stories: async () => {
    await goTo(window, 'stories');
    await window.find('[data-edition]');
  },
  'stories, languages': async () => {
    await window.click('[data-act=new-story-in]');
    await window.find('[data-act=new-story-fa]');
  },
  coverage: async () => {
    await goTo(window, 'coverage');
    await window.find('[role=grid] [role=gridcell]');
  },
  review: async () => {
    await window.go(`#/review/${commented}`);
    await window.find('[data-thread]');
  },
  'review, schedule': async () => {
    await window.go(`#/review/${approved}`);
    await window.click('[data-act=decide-schedule]');
    await window.find('[data-act=confirm-schedule]');
  },
  names: async () => {
    await goTo(window, 'names');
    await window.find('[data-name]');
  },
  terms: async () => {
    await goTo(window, 'terms');
    await window.find('[data-term]');
  },
  destinations: async () => {
    await goTo(window, 'publish');
    await window.click('[data-act=tab-destinations]');
  },
  site: async () => {
    await window.click('[data-act=tab-site]');
    await window.find('[data-field=site-name]');
  },
  palette: async () => {
    await window.press('Control+k');
    await window.find('[data-field=palette]');
  },
  shortcuts: async () => {
    await window.press('Control+/');
    await window.find('dialog[open]');
  },
};

const opened = (tab) => window.find(`[data-act=tab-${tab}][aria-selected=true]`);
async function tabs(where, names) {
  for (const tab of names) {
    await panel(window, tab);
    await opened(tab);
    await look(`${where}, ${tab}`);
  }
}

for (const [lang, theme] of [['en', 'light'], ['fa', 'dark']]) {
  step(`in the lists and forms, ${lang}`, async () => {
    await speak(window, lang);
    await wear(window, theme);
    await look('settings');
    for (const [name, goThere] of Object.entries(VIEWS)) {
      await goThere();
      await look(name);
      await window.press('Escape');
    }
    judge();
  });

  step(`at the writing table, ${lang}`, async () => {
    await openStory(window, 'Kazakh');
    await panel(window, 'story');
    await window.type('[data-field=tags]', lang === 'en' ? 'k' : 'ک');
    await window.find('[role=listbox]:not([hidden]) [role=option]');
    await look('edition, tags');
    await window.press('Escape');
    await window.click('[data-act=across-withdraw]');
    await window.find('[data-list=across]');
    await look('edition, across');
    await window.press('Escape');
    await window.gone('[data-list=across]');
    await writeBody(window, ' Again.');
    await save(window);
    await tabs('edition', ['story', 'comments', 'checks', 'preview', 'history']);
    await window.click('[data-act=changes]');
    await window.find('[data-panel=comparison]');
    await look('edition, changes');
    await window.press('Escape');
    await window.click(BODY);
    await window.press('Control+f');
    await window.find('[data-field=find]');
    await look('find');
    await window.press('Escape');
    judge();
  });

  step(`beside the source, ${lang}`, async () => {
    await window.click('[data-act=open-edition][lang=ru]');
    await openedEdition(window, 'ru');
    await window.click('[data-act=open-translation]');
    await translating(window, 'ru');
    await tabs('translation', ['block', 'memory', 'comments', 'checks', 'preview']);
    judge();
  });

  step(`in a dialog, ${lang}`, async () => {
    await newStory(window, lang);
    await panel(window, 'story');
    await look('new story');
    await window.click('[data-act=remove-story]');
    await window.find('dialog[open] button');
    await look('dialog');
    await window.press('Escape');
    judge();
  });
}
