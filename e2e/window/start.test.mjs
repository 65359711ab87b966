// The first start on a fresh computer whose language is Persian.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Window } from '../harness/window.mjs';

let window;
before(async () => {
  window = await Window.open({ lang: 'fa_AF.UTF-8' });
});
after(() => window?.close());

const page = () => window.run(() => ({ lang: document.documentElement.lang, dir: document.documentElement.dir }));

test('it guesses the language of the system', async () => {
  await window.find('[data-view=start]');
  assert.deepEqual(await page(), { lang: 'fa', dir: 'rtl' });
});

test('another language turns the page round at once', async () => {
  await window.run(() => document.querySelector('[data-act=language-tg]').click());
  await window.until(() => document.documentElement.lang === 'tg' && document.documentElement.dir === 'ltr');
  await window.run(() => document.querySelector('[data-act=language-fa]').click());
  await window.until(() => document.documentElement.lang === 'fa' && document.documentElement.dir === 'rtl');
});

test('a name and one click begin a newsroom', async () => {
  await window.fill('[data-field=name]', 'مریم احمدی');
  await window.click('[data-act=begin-new]');
  await window.find('[data-view=work]');
});

test('the newsroom is there at the next start', async () => {
  await window.restart();
  await window.find('[data-view=work]');
  assert.deepEqual(await page(), { lang: 'fa', dir: 'rtl' });
});

test('the editor is fetched before anybody opens a story', async () => {
  await window.until(() => document.querySelector('link[rel=stylesheet][href*=EditionView]'));
});

test('the window opens as large as it was closed', async () => {
  await window.run(() => globalThis.runtime.WindowSetSize(1000, 640));
  await window.until(() => innerWidth === 1000 && innerHeight === 640);
  await window.quit();
  await window.reopen();
  await window.find('[data-view=work]');
  await window.until(() => innerWidth === 1000 && innerHeight === 640);
});
