// Names: kept in their table, watched and offered while writing, and carried to other
// programs and back. How they are at hand while translating: translator.test.mjs.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';

import { begin, BODY, goTo, kept, newStory, writeBody } from '../harness/desk.mjs';
import { Dialog } from '../harness/dialog.mjs';
import { step } from '../harness/steps.mjs';
import { Window } from '../harness/window.mjs';

let window, room;
before(async () => {
  room = await mkdtemp(join(tmpdir(), 'khabar-names-'));
  window = await Window.open({ lang: 'en_US.UTF-8' });
  await begin(window);
});
after(async () => {
  await window?.close();
  await rm(room, { recursive: true, force: true });
});

const names = () => window.runAsync(() => globalThis.go.app.App.Names());
const has = (condition) => window.until(`async () => (${condition})(await globalThis.go.app.App.Names())`);
const marked = (...words) =>
  window.until((words) => [...document.querySelectorAll('.ProseMirror .marked')].map((mark) => mark.textContent).join('|') === words.join('|'), words);
const says = (text) => window.until((css, text) => document.querySelector(css).innerText.trim() === text, BODY, text);

step('a name is added, spelt in a second language, and a variant of it noted', async () => {
  await goTo(window, 'names');
  await window.fill('[data-field=new-name]', 'Herat');
  await window.press('Enter');
  await window.fill('[data-field=labels-fa]', 'هرات');
  await window.press('Tab');
  await window.choose('[data-name] [data-field=kind]', 'place');
  await window.click('[data-field=face] label:nth-child(2)');
  await window.fill('[data-field=variants-en]', 'Hirat | Heart-Rud');
  await window.press('Tab');
  await has((all) => all[0]?.kind === 'place' && all[0].labels.fa === 'هرات' && all[0].variants.en?.join() === 'Hirat,Heart-Rud');
});

step('what was done can be undone, and a name that was removed comes back', async () => {
  await window.click('[data-act=undo-name]');
  await has((all) => !all[0].variants.en);
  await window.fill('[data-field=variants-en]', 'Hirat');
  await window.press('Tab');
  await has((all) => all[0].variants.en?.join() === 'Hirat');
  await window.click('[data-act=remove-name]');
  await window.gone('[data-name]');
  await window.click('[data-act=undo-name]');
  await has((all) => all[0]?.labels.fa === 'هرات' && all[0].variants.en?.join() === 'Hirat');
});

step('the table goes to a file that another program can read, and comes back', async () => {
  const file = join(room, 'names.tbx');
  await window.click('[data-act=export-names]');
  await window.click('[data-act=export-tbx]');
  await (await Dialog.open('Export names')).choose(file);
  await window.shows('[data-toast=good]', 'names.tbx');
  assert.match(await readFile(file, 'utf8'), /<term>هرات<\/term>/);
  await window.click('[data-act=remove-name]');
  await has((all) => all.length === 0);
  await window.click('[data-act=import-names]');
  await (await Dialog.open('Import names')).choose(file);
  await has((all) => all[0]?.labels.fa === 'هرات');
});

step('while writing, another spelling is underlined, and the accepted one is a key away', async () => {
  await newStory(window, 'en');
  await writeBody(window, 'From Hirat’s bazaar.');
  await marked('Hirat');
  await window.press('Alt+Enter');
  await window.find('[data-act=replace-mark]');
  await window.press('Enter');
  await says('From Herat’s bazaar.');
  await marked();
  await kept(window, 'From Herat’s bazaar.');
});

step('the beginning of a name is offered, and Tab takes it', async () => {
  await window.press('Control+End');
  await window.keys(' To Her');
  await window.find('[data-act^=offer-]');
  await window.press('Tab');
  await says('From Herat’s bazaar. To Herat');
  await window.keys(' she goes.');
  await window.press('Enter');
  await window.keys('Her');
  await window.find('[data-act^=offer-]');
  await window.press('Escape');
  await window.gone('[data-act^=offer-]');
  await window.press('Enter');
  await window.keys('Then.');
  await window.until((css) => document.querySelectorAll(`${css} > p`).length === 3, BODY);
});

step('nothing of it is lost when the window closes', async () => {
  await window.restart();
  assert.equal((await names())[0].labels.en, 'Herat');
});
