// The guide inside the application: from anywhere, above what is open, and back to it.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { begin, goTo, newStory } from '../harness/desk.mjs';
import { step } from '../harness/steps.mjs';
import { Window } from '../harness/window.mjs';

let window;
before(async () => {
  window = await Window.open({ lang: 'fa_AF.UTF-8' });
  await begin(window);
});
after(() => window?.close());

const guide = '[data-panel=guide]';
const title = () => window.run((css) => document.querySelector(`${css} [data-title]`)?.dataset.title, guide);
const closed = () => window.until((css) => !document.querySelector(css), guide);

step('F1 opens it at the page of what is in sight, in Persian and from right to left', async () => {
  await goTo(window, 'review');
  await window.press('F1');
  await window.shows(`${guide} [data-title=editor]`, 'روز دبیر');
  assert.equal(await window.run((css) => getComputedStyle(document.querySelector(`${css} article`)).direction, guide), 'rtl');
});

step('its pictures are there', async () => {
  await window.run((css) => document.querySelector(`${css} img`).scrollIntoView(), guide);
  await window.until((css) => document.querySelector(`${css} img`).naturalWidth === 1280, guide);
});

step('a search finds a section of another page, which is turned to, and back', async () => {
  await window.press('/');
  await window.type('[data-field=guide-search]', 'حافظه');
  await window.press('Enter');
  await window.find(`${guide} [data-title=translator]`);
  await window.until((css) => document.querySelector(`${css} article`).scrollTop > 0, guide);
  await window.click('[data-act=guide-back]');
  await window.find(`${guide} [data-title=editor]`);
});

step('a link leads to the heading of another page', async () => {
  await window.click(`${guide} article a`);
  await window.find(`${guide} [data-title=desk]`);
});

step('Escape goes back to where one was, above a dialog as well', async () => {
  await window.press('Escape');
  await closed();
  await window.find('[data-view=review]');
  await newStory(window, 'en');
  await window.type('[data-field=headline]', 'Snow in Bamyan');
  await window.press('F1');
  await window.find(guide);
  assert.equal(await title(), 'reporter');
  await window.press('Escape');
  await closed();
  assert.equal(await window.run(() => document.activeElement.dataset.field), 'headline');
  await window.press('Control+k');
  await window.find('[data-field=palette]');
  await window.press('F1');
  await window.find(guide);
  await window.press('Escape');
  await closed();
  await window.find('[data-field=palette]');
  await window.press('Escape');
});

step('in another language one is told, and chooses between the two', async () => {
  await goTo(window, 'settings');
  await window.choose('[data-field=language]', 'tg');
  await window.click('[data-act=guide]');
  await window.shows(guide, 'Роҳнамо ба англисӣ ва форсӣ');
  await window.shows(`${guide} [data-title]`, 'First steps');
  await window.click('[data-field=guide-language] label:nth-child(2)');
  await window.shows(`${guide} [data-title]`, 'گام‌های نخست');
});
