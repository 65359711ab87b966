// Spelling: words that nobody knows are underlined while writing, others are offered, and
// the newsroom's own words are shared.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { begin, BODY, goTo, newStory, writeBody } from '../harness/desk.mjs';
import { step } from '../harness/steps.mjs';
import { Window } from '../harness/window.mjs';

let window;
before(async () => {
  window = await Window.open({ lang: 'en_US.UTF-8' });
  await begin(window);
});
after(() => window?.close());

const marked = (...words) =>
  window.until((words) => [...document.querySelectorAll('.ProseMirror .marked')].map((mark) => mark.textContent).join('|') === words.join('|'), words);

const texts = {
  en: ['The govenment of Kabul answered in 2025.', 'govenment', 'government'],
  fr: ['Le gouvernemant de l’école a répondu.', 'gouvernemant', 'gouvernement'],
  de: ['Das Bundesaußenministerium und die Regirung in Kabul.', 'Regirung', 'Regierung'],
  ru: ['Правителство Афганистана ответило.', 'Правителство', 'Правительство'],
  es: ['El govierno respondió ayer.', 'govierno', 'gobierno'],
  fa: ['دولطت افغانستان پاسخ می‌دهد.', 'دولطت', 'دولت'],
};

for (const [lang, [text, wrong, right]] of Object.entries(texts)) {
  step(`${lang}: a word that its dictionary does not know is underlined, and the right one offered`, async () => {
    await newStory(window, lang);
    await writeBody(window, text);
    await marked(wrong);
    await window.click(BODY);
    await window.press('Control+Home');
    await window.press('Alt+Enter');
    await window.until((right) => [...document.querySelectorAll('[data-act=replace-mark]')].some((each) => each.innerText.trim() === right), right);
    await window.press('Escape');
  });
}

step('headline, summary and byline are underlined too; what was replaced can be undone', async () => {
  await newStory(window, 'en');
  await window.type('[data-field=summary]', 'One eror.');
  await window.type('[data-field=byline]', 'The raporter');
  await window.type('[data-field=headline]', 'The govenment answers');
  const underlined = (field) =>
    window.until((field) => document.querySelector(`[data-field=${field}]`).parentElement.querySelectorAll('.lines span').length === 1, field);
  for (const field of ['headline', 'summary', 'byline']) await underlined(field);
  await window.click('[data-field=headline]');
  await window.press('Control+Home');
  await window.press('Alt+Enter');
  await window.until(() => document.activeElement?.matches('[data-act=replace-mark]'));
  await window.press('Enter');
  const reads = (words) => window.until((words) => document.querySelector('[data-field=headline]').value === words, words);
  await reads('The government answers');
  await window.press('Control+z');
  await reads('The govenment answers');
});

step('a word that was added is known, and can be taken back', async () => {
  await newStory(window, 'en');
  await writeBody(window, 'The loya jirgah met.');
  await marked('loya', 'jirgah');
  await window.press('Control+Home');
  await window.press('Alt+Enter');
  await window.click('[data-act=add-word]');
  await marked('jirgah');
  assert.deepEqual(await window.runAsync(() => globalThis.go.app.App.OwnWords('en')), ['loya']);
  await goTo(window, 'settings');
  await window.choose('[data-field=words-language]', 'en');
  await window.click('[data-act=remove-own-word]');
  await window.gone('[data-act=remove-own-word]');
});

step('with the switch off nothing is underlined', async () => {
  await window.click('[data-field=spelling]');
  await window.run(() => history.back());
  await window.find(BODY);
  await window.until(() => document.querySelectorAll('.ProseMirror .marked').length === 0);
});
