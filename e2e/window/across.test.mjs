// Acts on all editions of a story at once: withdraw, remove a name, replace and remove a
// picture wherever it is shown, and the same from the grid.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';

import { ask, begin, call, goTo } from '../harness/desk.mjs';
import { Dialog } from '../harness/dialog.mjs';
import { photograph } from '../harness/photograph.mjs';
import { Window } from '../harness/window.mjs';

let window, room;

before(async () => {
  room = await mkdtemp(join(tmpdir(), 'khabar-across-'));
  window = await Window.open();
  await begin(window);
});
after(async () => {
  await window?.close();
  await rm(room, { recursive: true, force: true });
});

const texts = {
  en: { headline: 'Karim speaks in Herat', body: 'Karim’s speech was long. Nobody but Karim laughed.' },
  fa: { headline: 'کریم در هرات سخن گفت', body: 'سخنرانی کریم دراز بود.' },
  ru: { headline: 'Карим выступил в Герате', body: 'Речь Карима была долгой.' },
};

/** A story with editions that readers see in these languages; the first of them. */
async function live(langs, more = '') {
  const { value: first } = await call(window, 'CreateStory', langs[0]);
  for (const lang of langs) {
    const { value: edition } =
      lang === langs[0] ? { value: first } : await call(window, 'CreateEdition', first.story, lang);
    const { value: saved } = await call(window, 'Save', edition.id, edition.heads, { ...edition.text, ...texts[lang], body: texts[lang].body + more, slug: '' });
    await call(window, 'Submit', edition.id);
    await call(window, 'Approve', edition.id, saved.heads[0]);
    await call(window, 'Publish', edition.id);
  }
  return first;
}

const state = async (story, lang) => (await call(window, 'Edition', `${story}.${lang}`)).value;

async function open(edition) {
  await window.run((id) => (location.hash = `#/edition/${id}`), edition);
  await window.find('[data-panel=across-acts]');
}

const step = (edition) => `[data-list=across] [data-edition="${edition}"]`;

test('a story is withdrawn in every language; a language without a notice is left to a person', async () => {
  const { id, story } = await live(['en', 'fa', 'ru']);
  await call(window, 'CreateEdition', story, 'de');
  await open(id);
  await window.click('[data-act=across-withdraw]');
  await window.find(`${step(`${story}.fa`)} [data-left=notice]`);
  await window.find(`${step(`${story}.de`)} [data-stays=draft]`);
  await window.fill('[data-field=notice-en]', 'We got it wrong.');
  await window.fill('[data-field=notice-fa]', 'این خبر نادرست بود.');
  await window.gone(`${step(`${story}.fa`)} [data-left=notice]`);
  await window.shows('[data-act=across-run]', '3');
  await window.click('[data-act=across-run]:not([disabled])');
  await window.find('[data-list=across][data-done=true]');
  await window.find(`${step(`${story}.ru`)} [data-left=notice]`);
  for (const [lang, notice] of [['en', 'We got it wrong.'], ['fa', 'این خبر نادرست بود.'], ['ru', '']]) {
    const { live: now } = await state(story, lang);
    assert.deepEqual([now.state, now.notice], ['withdrawn', notice]);
  }
  await window.click(`${step(`${story}.ru`)} [data-act=across-open]`);
  await window.gone('[data-list=across]');
  assert.ok((await window.run(() => location.hash)).endsWith(`${story}.ru`));
});

test('a name goes from what readers see in three languages, with its endings', async () => {
  const { id, story } = await live(['en', 'fa', 'ru']);
  await open(id);
  await window.click('[data-act=across-name]');
  await window.fill('[data-field=across-spellings]', 'Karim, کریم, Карим');
  await window.find(`${step(`${story}.fa`)} [data-blocked="across.noWords"]`);
  await window.fill('[data-field=words-en]', 'the speaker');
  await window.fill('[data-field=words-fa]', 'سخنران');
  await window.find(`${step(`${story}.fa`)} [data-does=correct]`);
  await window.find(`${step(`${story}.ru`)} [data-blocked="across.noWords"]`);
  await window.fill('[data-field=words-ru]', 'министр');
  await window.find(`${step(`${story}.ru`)} [data-does=correct]`);
  await window.click('[data-act=across-run]:not([disabled])');
  await window.find('[data-list=across][data-done=true]');
  const [en, fa, ru] = await Promise.all(['en', 'fa', 'ru'].map((lang) => state(story, lang)));
  assert.equal(en.text.body, 'the speaker’s speech was long. Nobody but the speaker laughed.');
  assert.equal(fa.text.headline, 'سخنران در هرات سخن گفت');
  assert.equal(ru.text.body, 'Речь министра была долгой.');
  for (const e of [en, fa, ru]) assert.deepEqual([e.live.state, e.work.state, e.changed], ['corrected', 'approved', false]);
  await window.click('[data-act=across-close]');
  await window.gone('[data-list=across]');
});

test('a picture is replaced in every story that shows it; its words are left to a person', async () => {
  const old = await ask(window, 'AddPicture', 'IMG_0042.JPG', (await photograph()).toString('base64'));
  const figure = `\n\n![The hall](${old.ref} "The hall on Sunday © A photographer")`;
  const { id, story } = await live(['en', 'fa'], figure);
  const before = await ask(window, 'Story', story);
  await ask(window, 'ChangeStory', before, { ...before, lead: { ...before.lead, hash: old.hash, credit: 'A photographer' } });
  const other = await ask(window, 'CreateStory', 'ru');
  await ask(window, 'Save', other.id, other.heads, { ...other.text, ...texts.ru, slug: '', body: `Речь.${figure}` });
  const file = join(room, 'new.png');
  await promisify(execFile)('convert', ['-size', '600x400', 'gradient:#a03020-#f0e0c0', file]);

  await open(id);
  await window.click('[data-act=across-picture]');
  await window.find(`${step(`${story}.fa`)} [data-does=correct]`);
  await window.shows('[data-panel=across] .notice', '1 other story');
  await window.click('[data-field=picture-everywhere]');
  await window.find(`${step(other.id)} [data-does=revise]`);
  await window.click('[data-field=picture-mode] label:nth-of-type(2)');
  await window.click('[data-act=choose-new-picture]');
  await (await Dialog.open('Choose a picture')).choose(file);
  await window.find(`${step(`${story}.en`)} [data-left=describe]`);
  await window.click('[data-act=across-run]:not([disabled])');
  await window.find('[data-list=across][data-done=true]');
  await window.find(`${step('')} [data-does=lead]`);
  await window.shows(`${step('')} [data-left=credit]`, 'A photographer');
  for (const [edition, does] of [[`${story}.en`, 'correct'], [`${story}.fa`, 'correct'], [other.id, 'revise']]) {
    await window.find(`${step(edition)} [data-does=${does}]`);
    await window.find(`${step(edition)} [data-left=describe]`);
    const { text } = await ask(window, 'Edition', edition);
    assert.match(text.body, /!\[The hall\]\(media\/\w+\.png "The hall on Sunday/);
    assert.ok(!text.body.includes(old.hash));
  }
  await window.click(`${step(other.id)} [data-act=across-open]`);
  await window.gone('[data-list=across]');
  assert.ok((await window.run(() => location.hash)).endsWith(other.id));
});

test('a picture is removed from all editions; where it stands in another way, a person is told', async () => {
  const { ref, hash } = await ask(window, 'AddPicture', 'IMG_0043.JPG', (await photograph('#402010')).toString('base64'));
  const { id, story } = await live(['en', 'fa'], `\n\n![](${ref})`);
  const persian = await ask(window, 'Edition', `${story}.fa`);
  await ask(window, 'Save', persian.id, persian.heads, { ...persian.text, body: `${persian.text.body}\n\nتصویر ![][1] این است.\n\n[1]: ${ref}` });
  await open(id);
  await window.click('[data-act=across-picture]');
  await window.find(`${step(`${story}.en`)} [data-does=correct]`);
  await window.click('[data-act=across-run]:not([disabled])');
  await window.find('[data-list=across][data-done=true]');
  await window.find(`${step(`${story}.fa`)} [data-does=correct]`); // what readers see
  await window.find(`${step(`${story}.fa`)} [data-left=pictureByHand]`); // the draft
  assert.deepEqual((await state(story, 'en')).text.body, texts.en.body);
  assert.equal((await state(story, 'fa')).text.body.split(hash).length, 2);
  assert.equal(await window.run(() => document.querySelectorAll('[data-list=across] [data-edition$=".en"] [data-left]').length), 0);
  await window.press('Escape');
  await window.gone('[data-list=across]');
});

test('what is chosen in the grid is published and withdrawn', async () => {
  const { value: one } = await call(window, 'CreateStory', 'en');
  const { value: saved } = await call(window, 'Save', one.id, one.heads, { ...one.text, ...texts.en, headline: 'Only approved', slug: '' });
  await call(window, 'Approve', one.id, saved.heads[0]);
  await goTo(window, 'coverage');
  await window.find('[data-list=coverage]');
  await window.press('Control+k');
  await window.type('[data-field=palette]', 'Select all');
  await window.press('Enter');
  await window.click('[data-act=coverage-publish]');
  await window.find(`${step(one.id)} [data-does=publish]`);
  await window.click('[data-act=across-run]:not([disabled])');
  await window.find('[data-list=across][data-done=true]');
  assert.equal((await state(one.story, 'en')).live.state, 'live');
  await window.press('Escape');
  await window.gone('[data-list=across]');
});
