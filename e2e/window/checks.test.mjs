// Checks: what a translator's text lacks is listed beside it, leads to its place, is
// corrected with a press, dismissed with a reason, and keeps the text from being approved.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { begin, beginTranslation, kept, newStory, panel, writeBody } from '../harness/desk.mjs';
import { step } from '../harness/steps.mjs';
import { Window } from '../harness/window.mjs';

let window;
before(async () => {
  window = await Window.open({ lang: 'en_US.UTF-8' });
  await begin(window);
});
after(() => window?.close());

const found = (...checks) =>
  window.until(
    (checks) => [...document.querySelectorAll('[data-panel=checks] [data-check]')].map((each) => each.dataset.check).join() === checks.join(),
    checks,
  );
const field = (place) => `[data-place="${place}"] [data-field=target]`;
const selected = (place, words) =>
  window.until(
    (css, words) => {
      const { value, selectionStart, selectionEnd } = document.querySelector(css);
      return value.slice(selectionStart, selectionEnd) === words;
    },
    field(place),
    words,
  );

step('numbers, days and punctuation are compared and listed', async () => {
  await newStory(window, 'en');
  await writeBody(window, 'On 21 April 2025 it rained for 36 days.');
  await window.press('Enter');
  await window.keys('Was it too much?');
  await kept(window, 'too much');
  await beginTranslation(window, 'fa');
  await window.fill(field(0), 'در ۱ ثور ۱۴۰۴ باران ۶۳ روز بارید.');
  await window.fill(field(1), 'بسیار زیاد بود?');
  await panel(window, 'checks');
  await found('number', 'punctuation');
});

step('a finding leads to its place, and is corrected with a press', async () => {
  await window.click('[data-check=number] [data-act=show-finding]');
  await selected(0, '۶۳');
  await window.click('[data-check=number] [data-act=correct-finding]');
  await found('punctuation');
  assert.match(await window.value(field(0)), /باران ۳۶ روز/);
});

step('one is dismissed with a reason, shown as dismissed, and taken back', async () => {
  await window.click('[data-check=punctuation] [data-act=dismiss-finding]');
  await window.fill('[data-field=reason]', 'As it was said');
  await window.click('[data-act=send-reason]');
  await found();
  await window.click('[data-field=dismissed]');
  await window.until(() => document.querySelector('[data-check=punctuation]')?.innerText.includes('As it was said'));
  await window.click('[data-act=restore-finding]');
  await found('punctuation');
});

step('what must not be wrong stands in the way of an approval', async () => {
  await window.fill(field(0), 'در ۲ ثور ۱۴۰۴ باران ۳۶ روز بارید.');
  await found('date', 'punctuation');
  assert.equal(await window.run(() => document.querySelector('[data-check=date]').classList.contains('blocks')), true);
  await window.press('Control+s');
  await window.find('[data-safety=saved]');
  const { edition } = await window.run(() => ({ ...document.querySelector('[data-act=open-edition][aria-current]').dataset }));
  const review = await window.runAsync((id) => globalThis.go.app.App.ReviewOf(id), edition);
  assert.ok(review.checks.some((each) => each.check === 'checks' && each.blocks));
});
