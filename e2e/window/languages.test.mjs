// The interface in nine languages: turned round at once, nothing wider than the window,
// no text left as its key. And what is shown where the newsroom cannot be opened.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before } from 'node:test';

import { begin, call, speak } from '../harness/desk.mjs';
import { step } from '../harness/steps.mjs';
import { throughLists, throughWriting } from '../harness/walk.mjs';
import { Window } from '../harness/window.mjs';

const LANGUAGES = ['en', 'fr', 'de', 'es', 'ru', 'tg', 'ar', 'fa', 'ps'];
const RIGHT_TO_LEFT = ['ar', 'fa', 'ps'];
let window;
before(async () => {
  window = await Window.open({ lang: 'en_US.UTF-8' });
  await begin(window, { sample: true });
});
after(() => window?.close());

// In the page: what a person would complain about at a glance.
function faults(where) {
  const page = document.scrollingElement;
  const found = [];
  if (page.scrollWidth > page.clientWidth) found.push(`${page.scrollWidth - page.clientWidth} pixels too wide`);
  const area = 'start|shell|story|edition|editor|term|publish|preview|error|site|cli';
  const key = new RegExp(`\\b(${area})\\.[a-z]+[A-Za-z.]*\\b|\\{\\{`);
  for (const element of document.querySelectorAll('body *')) {
    const words = [element.title, element.placeholder, element.ariaLabel];
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) words.push(node.data);
    const leaked = element.closest('.ProseMirror, [data-panel=comparison]') ? null : words.find((text) => key.test(text ?? ''));
    if (leaked) found.push(`shows ${leaked.trim()}`);
    if (cut(element)) found.push(`cuts "${element.innerText.trim()}" (${element.dataset.act ?? element.className})`);
  }
  return found.map((fault) => `${document.documentElement.lang} ${where}: ${fault}`);

  // A button whose words do not fit into it.
  function cut(element) {
    if (!element.matches('button, [role=tab]') || !element.checkVisibility()) return false;
    const words = document.createRange();
    words.selectNodeContents(element);
    return words.getBoundingClientRect().width > element.getBoundingClientRect().width + 1;
  }
}

step('to Pashto: from right to left, in its own words', async () => {
  await speak(window, 'ps');
  assert.equal(await window.run(() => document.documentElement.dir), 'rtl');
  await window.shows('[data-act=go-settings]', 'تنظیمات');
  const [bar, sheet] = await window.run(() =>
    ['[data-act=go-settings]', 'main'].map((css) => document.querySelector(css).getBoundingClientRect().left));
  assert.ok(bar > sheet, 'the navigation stands at the right');
});

step('to Tajik: from left to right again', async () => {
  await speak(window, 'tg');
  assert.equal(await window.run(() => document.documentElement.dir), 'ltr');
  await window.shows('[data-act=go-settings]', 'Танзимот');
});

for (const lang of LANGUAGES) {
  step(`every view is whole in ${lang}`, async () => {
    const found = [];
    const look = async (where) => found.push(...(await window.run(faults, where)));
    await speak(window, lang);
    assert.equal(await window.run(() => document.documentElement.dir), RIGHT_TO_LEFT.includes(lang) ? 'rtl' : 'ltr');
    await throughLists(window, look);
    await throughWriting(window, look);
    assert.deepEqual(found, []);
  });
}

step('a newsroom that cannot be read is said to be so, in plain words', async () => {
  await speak(window, 'en');
  const { value: session } = await call(window, 'Session');
  await window.kill();
  const database = join(session.dataDir, 'khabar.db');
  const damage = 'this is no database '.repeat(500);
  await writeFile(database, damage);
  await window.reopen();
  await window.find('[data-view=broken]');
  await window.shows('[data-view=broken]', session.dataDir);
  assert.deepEqual(await window.run(faults, 'broken'), []);
  await window.click('[data-act=retry]');
  await window.find('[data-view=broken]');
  assert.equal(await readFile(database, 'utf8'), damage, 'nothing is written into it');
});
