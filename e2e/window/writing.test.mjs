// Writing in the real editor: a Persian story, saved as one types, found again after a
// kill, searched, and taken back step by step.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { begin, BODY, kept, newStory, opened, openStory, panel, save, writeBody } from '../harness/desk.mjs';
import { step } from '../harness/steps.mjs';
import { Window } from '../harness/window.mjs';

const HEADLINE = 'بازار کابل گرم‌تر می‌شود';
let window;
before(async () => {
  window = await Window.open({ lang: 'fa_AF.UTF-8' });
  await begin(window, { name: 'مریم احمدی' });
});
after(() => window?.close());

const text = () => window.text(BODY);
const bold = () => window.run((css) => [...document.querySelectorAll(`${css} strong`)].map((e) => e.textContent), BODY);
const says = (words) => window.until((css, words) => document.querySelector(css)?.textContent.includes(words), BODY, words);

step('a story begins in a language, with an empty page from right to left', async () => {
  await newStory(window, 'fa');
  assert.equal(await window.run((css) => getComputedStyle(document.querySelector(css)).direction, BODY), 'rtl');
});

step('a headline makes the slug, in its own script', async () => {
  await window.type('[data-field=headline]', HEADLINE);
  await window.until(() => document.querySelector('[data-field=slug]').value !== '');
  assert.equal(await window.value('[data-field=slug]'), 'بازار-کابل-گرم-تر-می-شود');
});

step('Shift-Space types a joiner, Control-b makes bold', async () => {
  await writeBody(window, 'قیمت‌ها ');
  await window.keys('می');
  await window.press('Shift+ ');
  await window.keys('روند ');
  await window.press('Control+b');
  await window.keys('بالا');
  await window.press('Control+b');
  await window.keys(' رفت.');
  await says('رفت.');
  assert.equal((await text()).trim(), 'قیمت‌ها می\u200cروند بالا رفت.');
  assert.deepEqual(await bold(), ['بالا']);
});

step('what was typed goes to disk by itself, and a kill takes nothing of it', async () => {
  await window.keys(' تا این‌جا.');
  await kept(window, 'تا این‌جا.');
  await window.kill();
  await window.reopen();
  await openStory(window, 'بازار کابل');
  await says('تا این‌جا.');
  assert.equal((await text()).trim(), 'قیمت‌ها می\u200cروند بالا رفت. تا این‌جا.');
  assert.deepEqual(await bold(), ['بالا']);
  assert.equal(await window.value('[data-field=headline]'), HEADLINE);
});

step('undo goes back over what was saved meanwhile', async () => {
  await writeBody(window, ' افزوده');
  await kept(window, 'افزوده');
  await save(window);
  await window.press('Control+z');
  await window.until((css) => !document.querySelector(css).textContent.includes('افزوده'), BODY);
  await window.press('Control+Shift+z');
  await says('افزوده');
});

step('find and replace changes every place, and one undo takes all back', async () => {
  await window.press('Control+h');
  await window.fill('[data-field=find]', 'ها');
  await window.fill('[data-field=replacement]', 'های');
  await window.press('Tab');
  await window.press('Tab');
  await window.press('Enter');
  await says('قیمت‌های');
  await window.press('Escape');
  await window.click(BODY);
  await window.press('Control+z');
  await window.until((css) => !document.querySelector(css).textContent.includes('قیمت‌های'), BODY);
});

step('the history compares two revisions word by word, and brings one back', async () => {
  await save(window);
  await writeBody(window, ' پایان');
  await save(window);
  await panel(window, 'history');
  await window.until(() => document.querySelectorAll('[data-revision]').length >= 2);
  await window.click('[data-act=changes]');
  await window.shows('[data-panel=comparison] ins', 'پایان');
  await window.click('[data-act=close-compare]');
  await window.click('[data-revision]:nth-child(2) [data-act=restore]');
  await window.until((css) => !document.querySelector(css).textContent.includes('پایان'), BODY);
  await window.until(() => document.querySelectorAll('[data-revision]').length >= 3);
});

step('the story is in the list, opened by the palette with its words alone', async () => {
  await window.click('[data-act=back]');
  await window.find('[data-view=stories]');
  await window.press('Control+k');
  await window.fill('[data-field=palette]', 'كابل'); // with the Arabic kaf: letters are folded
  await window.click('[data-act=palette-edition]');
  await opened(window, 'fa');
});
