// Finding: what is typed on one keyboard finds what was written on another, the words are
// marked where they stand, a search is remembered, and tags are suggested, merged and taken
// apart again.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { begin, call, goTo, opened } from '../harness/desk.mjs';
import { step } from '../harness/steps.mjs';
import { Window } from '../harness/window.mjs';

let window;
const ids = {};
before(async () => {
  window = await Window.open({ lang: 'en_US.UTF-8' });
  await begin(window);
  ids.fa = await written('fa', 'کتاب‌های علی', 'او در سال ۱۴۰۴ به بازار کابل می‌رود.');
  ids.tg = await written('tg', 'Ёдгории Тоҷикистон', 'Ӯ ҳам рафт.');
  ids.dam = await written('en', 'The dam of Salma', 'Water at last.');
  ids.road = await written('en', 'A road to Herat', 'The road passes a dam. Kabul is far.');
});
after(() => window?.close());

async function written(lang, headline, body) {
  const { value: e } = await call(window, 'CreateStory', lang);
  await call(window, 'Save', e.id, e.heads, { ...e.text, headline, body });
  return e.id;
}

async function tag(en) {
  const blank = { id: '', kind: 'tag', standing: '', order: 0, labels: {}, slugs: {}, uses: 0 };
  return (await call(window, 'SaveTerm', blank, { ...blank, labels: { en } })).value.id;
}

const listed = (...wanted) =>
  window.until((wanted) => {
    const rows = [...document.querySelectorAll('[data-list=stories] [data-edition]')].map((row) => row.dataset.edition);
    return rows.length === wanted.length && rows.every((id, at) => id === wanted[at]);
  }, wanted);
const marks = (id) =>
  window.run((id) => [...document.querySelectorAll(`[data-edition="${id}"] mark`)].map((mark) => mark.textContent), id);

step('Arabic keys find a Persian text, and its own spelling is marked', async () => {
  await goTo(window, 'stories');
  await window.press('Control+f');
  await window.fill('[data-field=search]', 'كتابهاي 1404');
  await listed(ids.fa);
  assert.deepEqual(await marks(ids.fa), ['کتاب‌های', '۱۴۰۴']);
});

step('letters that differ are told apart', async () => {
  await window.fill('[data-field=search]', 'тоҷикистон');
  await listed(ids.tg);
  await window.fill('[data-field=search]', 'точикистон');
  await window.find('[data-act=clear-filters-empty]');
});

step('a phrase and a word left out narrow the search', async () => {
  await window.fill('[data-field=search]', '«بازار کابل»');
  await listed(ids.fa);
  await window.fill('[data-field=search]', 'dam -salma');
  await listed(ids.road);
});

step('the best match comes first, also where another is newer', async () => {
  await window.fill('[data-field=search]', 'dam');
  await listed(ids.road, ids.dam);
  await window.choose('[data-field=sort]', 'match');
  await listed(ids.dam, ids.road);
});

step('a search is remembered under a name, and the palette knows it', async () => {
  await window.click('[data-act=saved-searches]');
  await window.click('[data-act=save-search]');
  await window.fill('[data-field=search-name]', 'Dams');
  await window.press('Enter');
  await window.click('[data-act=clear-filters]');
  await window.until(() => document.querySelectorAll('[data-list=stories] [data-edition]').length === 4);
  await goTo(window, 'terms');
  await window.press('Control+k');
  await window.fill('[data-field=palette]', 'Search: Dams');
  await window.find('[data-act^=palette-search-]');
  await window.press('Enter');
  await listed(ids.dam, ids.road);
  assert.equal(await window.value('[data-field=search]'), 'dam');
});

step('Enter opens the first, and a tag that its text names is suggested', async () => {
  ids.salma = await tag('Salma');
  await window.click('[data-field=search]');
  await window.press('Enter');
  await opened(window, 'en');
  await window.click(`[data-suggested="${ids.salma}"]`);
  await window.find(`li [data-term="${ids.salma}"]`);
  await window.gone(`[data-suggested="${ids.salma}"]`);
  await window.find(`[data-related="${ids.road}"]`);
});

step('tags that look alike are merged with one press, and taken apart again', async () => {
  const twin = await tag('Salmaa');
  await goTo(window, 'terms');
  await window.click('[data-field=kind] label:nth-child(2)');
  await window.click('[data-act=tidy-tags]');
  await window.click(`[data-pair="${ids.salma} ${twin}"] [data-act=merge-tags]`);
  await window.find(`[data-merged="${twin}"]`);
  await window.click(`[data-merged="${twin}"] [data-act=unmerge-tag]`);
  await window.find(`[data-pair="${ids.salma} ${twin}"]`);
});
