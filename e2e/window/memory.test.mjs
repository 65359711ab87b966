// The translation memory beside a translation, and a translation that leaves and returns.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';

import { begin, call, openStory, otherEdition, translating } from '../harness/desk.mjs';
import { Dialog } from '../harness/dialog.mjs';
import { step } from '../harness/steps.mjs';
import { Window } from '../harness/window.mjs';

const SAID = ['The council met in Kabul on Sunday.', 'Der Rat tagte am Sonntag in Kabul.'];
let window, room, id;

before(async () => {
  room = await mkdtemp(join(tmpdir(), 'khabar-memory-'));
  window = await Window.open({ lang: 'en_US.UTF-8' });
  await begin(window);
});
after(async () => {
  await window?.close();
  await rm(room, { recursive: true, force: true });
});

/** An edition with a text; its facts. */
async function written(edition, headline, body) {
  const { value } = await call(window, 'Save', edition.id, edition.heads, { ...edition.text, headline, slug: '', body });
  return value;
}

async function approved(edition) {
  await call(window, 'Submit', edition.id);
  const { value } = await call(window, 'Edition', edition.id);
  await call(window, 'Approve', edition.id, value.heads[0]);
}

/** Waits until the translation has a body. */
const holds = (body) =>
  window.until(async (id, body) => (await globalThis.go.app.App.Edition(id)).text.body === body, id, body);

step('what was approved in two languages is remembered by itself', async () => {
  const { value: first } = await call(window, 'CreateStory', 'en');
  const source = await written(first, 'Council', SAID[0]);
  const { value: german } = await call(window, 'CreateEdition', first.story, 'de');
  const target = await written(german, 'Rat', SAID[1]);
  await approved(source);
  await approved(target);
  await window.until(async () => (await globalThis.go.app.App.MemoryState()).passages === 4);
});

step('beside a block that is like it stand what was said and what differs, and a key inserts it', async () => {
  const { value: edition } = await call(window, 'CreateStory', 'en');
  await written(edition, 'Again', 'The council met in Herat on Sunday.\n\nNobody ever said this before here.');
  const { value: begun } = await call(window, 'BeginTranslation', edition.story, 'de', 'en');
  id = begun.id;
  await openStory(window, 'Again');
  await otherEdition(window, 'de');
  await window.press('Alt+t');
  await translating(window, 'de');
  await window.press('F8'); // the first block that is to be written
  await window.shows('[data-panel=matches] del', 'Kabul');
  await window.shows('[data-panel=matches] ins', 'Herat');
  await window.press('Control+1');
  await holds('Der Rat tagte am Sonntag in Kabul.');
});

step('words are looked up where they were used', async () => {
  await window.press('Alt+m');
  await window.fill('[data-field=uses]', 'council met');
  await window.shows('[data-panel=memory] mark', 'council');
  await window.shows('[data-act=insert-use]', SAID[1]);
});

step('the translation leaves as a file, and returns where it belongs', async () => {
  const file = join(room, 'out.xlf');
  await window.click('[data-act=translation-files]');
  await window.click('[data-act="export-xliff-2.1"]');
  await (await Dialog.open('Translations \\(XLIFF\\)')).choose(file);
  await window.shows('[data-toast=good]', 'out.xlf');
  const text = await readFile(file, 'utf8');
  const source = '<source>Nobody ever said this before here.</source>';
  assert.ok(text.includes(source));
  await writeFile(file, text.replace(source, `${source}<target>Das hat hier noch niemand gesagt.</target>`));
  await window.click('[data-act=translation-files]');
  await window.click('[data-act=import-xliff]');
  await (await Dialog.open('Translations \\(XLIFF\\)')).choose(file);
  await holds('Der Rat tagte am Sonntag in Kabul.\n\nDas hat hier noch niemand gesagt.');
  await window.until(() => [...document.querySelectorAll('[data-row] textarea')].some(({ value }) => value.includes('noch niemand')));
});
