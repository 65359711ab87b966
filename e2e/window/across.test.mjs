// Acts on all editions of a story at once: withdraw, remove a name, and the same from the grid.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { begin, call, goTo } from '../harness/desk.mjs';
import { Window } from '../harness/window.mjs';

let window;

before(async () => {
  window = await Window.open();
  await begin(window);
});
after(() => window.close());


const texts = {
  en: { headline: 'Karim speaks in Herat', body: 'Karim’s speech was long. Nobody but Karim laughed.' },
  fa: { headline: 'کریم در هرات سخن گفت', body: 'سخنرانی کریم دراز بود.' },
  ru: { headline: 'Карим выступил в Герате', body: 'Речь Карима была долгой.' },
};

/** A story with editions that readers see in these languages; the id of the first. */
async function live(langs) {
  const { value: first } = await call(window, 'CreateStory', langs[0]);
  for (const lang of langs) {
    const { value: edition } =
      lang === langs[0] ? { value: first } : await call(window, 'CreateEdition', first.story, lang);
    const { value: saved } = await call(window, 'Save', edition.id, edition.heads, { ...edition.text, ...texts[lang], slug: '' });
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
