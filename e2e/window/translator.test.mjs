// A translator's day, from the story that she finds in the morning to the text that is
// before the desk in the evening. The window is English, her language is Persian.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';

import { khabar } from '../harness/command.mjs';
import { call, goTo, tabTo, translating } from '../harness/desk.mjs';
import { step } from '../harness/steps.mjs';
import { Window } from '../harness/window.mjs';

// What the newsroom said before, in two languages; the first and the second come again.
const SAID = {
  en: ['The council met in Kabul on Sunday.', 'It asked the farmers of Balkh to save water.'],
  fa: ['شورا روز یک‌شنبه در کابل نشست داشت.', 'از دهقانان بلخ خواست که در آب صرفه‌جویی کنند.'],
};
const SOURCE = [
  SAID.en[0],
  'It asked the farmers of Herat to save water.',
  '## What is known',
  'The river at Zhumangarin rose by 36 centimetres on 21 April 2025.',
  '> Nobody has been hurt.',
  '- three bridges\n- two schools',
  'The road between Herat and Zhumangarin is closed.',
  'Aid has reached 1,200 families.',
  'More is [in the report](https://example.org/report).',
  'The school opens again on Monday.',
];
// What the source says after noon: two blocks that are translated by then, one that is not.
const CHANGED = SOURCE.with(3, SOURCE[3].replace('36', '38')).with(6, 'The road between Herat and Zhumangarin is closed to lorries.')
  .with(9, 'The school opens again on Tuesday.');
const TRANSLATED = [
  SAID.fa[0],
  SAID.fa[1].replace('بلخ', 'هرات'),
  '## آنچه می‌دانیم',
  'دریا در ژومنگرین در ۲۱ اپریل ۲۰۲۵ به اندازه ۳۸ سانتی‌متر بالا آمد.',
  '> هیچ‌کس آسیب ندیده است.',
  '- سه پل\n- دو مکتب',
  'راه میان هرات و ژومنگرین به روی لاری‌ها بسته است.',
  'کمک به ۱۲۰۰ خانواده رسیده است.',
  'بیشتر [در گزارش](https://example.org/report) آمده است.',
  'مکتب روز سه‌شنبه باز می‌شود.',
];
const NAMES = ['kind,en,fa,fa variants', 'place,Herat,هرات,', 'place,Zhumangarin,ژومنگرین,ژومانگارین'];

let room, window, source, id;

before(async () => {
  room = await mkdtemp(join(tmpdir(), 'khabar-translator-'));
  await archive(join(room, 'home/.local/share/khabar'));
  window = await Window.open({ lang: 'en_US.UTF-8', home: join(room, 'home') });
  await window.find('[data-view=work]');
});
after(async () => {
  await window?.close();
  await rm(room, { recursive: true, force: true });
});

/** The newsroom as she finds it in the morning. */
async function archive(data) {
  const file = (lang, story, headline, body) =>
    writeFile(join(room, 'texts', `${story}.${lang}.md`), `---\ntitle: ${headline}\nsource: en\ndate: ${new Date().toISOString()}\n---\n${body}\n`);
  await mkdir(join(room, 'texts'));
  await file('en', 'said', 'The council', SAID.en.join('\n\n'));
  await file('fa', 'said', 'شورا', SAID.fa.join('\n\n'));
  await file('en', 'flood', 'Floods in the west', SOURCE.join('\n\n'));
  await khabar('import', '--live', '--data', data, join(room, 'texts'));
  await writeFile(join(room, 'names.csv'), NAMES.join('\n'));
  await khabar('names', 'import', '--data', data, join(room, 'names.csv'));
}

const row = (place, standing = '') => `[data-place="${place}"]${standing && `[data-standing=${standing}]`}`;
const field = (place) => `${row(place)} [data-field=target]`;

/** Waits until a row has the caret. */
const at = (place) => window.until((css) => document.activeElement === document.querySelector(css), field(place));

/** Waits until the words for a row are these. */
const says = (place, words) => window.until((css, words) => document.querySelector(css).value === words, field(place), words);

/** Types into the row that has the caret, and goes on to the next that needs her. */
async function write(place, words, next = place + 1) {
  await at(place);
  await window.keys(words);
  await says(place, words);
  await window.press('Control+Enter');
  await at(next);
}

/** Waits until exactly these rows are stale. */
const stale = (...places) =>
  window.until((places) => [...document.querySelectorAll('[data-standing=stale]')].map((each) => each.dataset.place).join() === places.join(), places);

step('she is a translator into Persian, and says so', async () => {
  await goTo(window, 'settings');
  for (const role of ['reporter', 'editor']) await window.click(`[data-field=role-${role}]`);
  for (const lang of ['ar', 'fr', 'de', 'ps', 'ru', 'es', 'tg']) await window.click(`[data-field=lang-${lang}]`);
  await window.click('[data-act=save-member]');
  await window.until(() => document.querySelector('[data-act=save-member]').disabled);
});

step('what lacks her language is in her work; in the coverage she claims it', async () => {
  await window.press('Alt+1');
  await window.shows('[data-view=work]', 'Floods in the west');
  await window.press('Alt+3');
  await window.find('[data-list=coverage] [data-story]');
  await tabTo(window, '[role=grid] [data-here]');
  const column = await window.run(() => [...document.querySelectorAll('[data-list=coverage] [role=columnheader]')].findIndex((each) => each.querySelector('[lang=fa]')));
  for (let n = 0; n < column; n++) await window.press('ArrowRight');
  await window.until(() => document.activeElement?.dataset.cell === 'fa');
  await window.press('Enter');
  await window.click('[data-act=claim]');
  await window.find('[data-cell=fa][title*="Guest"]');
});

step('the claimed story waits in her work, and is begun there', async () => {
  await window.press('Alt+1');
  await window.click('[data-act=begin-fa]');
  await translating(window, 'fa');
  id = await window.run(() => document.querySelector('[data-act=open-edition][aria-current]').dataset.edition);
  source = id.replace(/fa$/, 'en');
  await window.until(() => document.activeElement?.closest('[data-row=headline]'));
  await window.keys('سیل در غرب');
  await window.press('F8');
  await at(0);
});

step('what was said before is inserted by a key, and where it differs, it is shown', async () => {
  await window.find('[data-panel=matches] [data-score="100"]');
  await window.press('Control+1');
  await says(0, SAID.fa[0]);
  await window.press('Control+Enter');
  await at(1);
  await window.shows('[data-panel=matches] del', 'Balkh');
  await window.shows('[data-panel=matches] ins', 'Herat');
  await window.press('Control+1');
  await says(1, SAID.fa[1]);
});

step('names are inserted by key, offered as she types, and a variant is put right by key', async () => {
  await window.press('Control+a');
  await window.keys('از دهقانان ');
  await window.shows('[data-act=insert-name]', 'هرات');
  await window.press('Alt+Shift+1');
  await window.keys(' خواست که در آب صرفه‌جویی کنند.');
  await says(1, SAID.fa[1].replace('بلخ', 'هرات'));
  await window.press('Control+Enter');
  await write(2, 'آنچه می‌دانیم');
  await window.keys('دریا در ژومانگارین');
  await window.find('.lines .saffron');
  await window.press('Alt+Enter');
  await window.find('[data-act=replace-mark]');
  await window.press('Enter');
  await says(3, 'دریا در ژومنگرین');
  await window.press('End');
  await window.keys(' در ۲۱ اپریل ۲۰۲۵ به اندازه ۳۶ سانتی‌متر بالا آمد.');
  await window.press('Control+Enter');
  await write(4, '> هیچ‌کس آسیب ندیده است.');
  await at(5);
  await window.keys('- سه پل');
  await window.press('Enter');
  await window.keys('دو مکتب'); // the list goes on by itself
  await says(5, '- سه پل\n- دو مکتب');
  await window.press('Control+Enter');
  await at(6);
  await window.keys('راه میان هرا');
  await window.find('[data-act^=offer-]');
  await window.press('Tab');
  await says(6, 'راه میان هرات');
  await window.keys(' و ژومنگرین بسته است.');
  await window.press('Control+Enter');
});

step('she looks at her work, and comes back to the block where she was', async () => {
  await at(7);
  await window.press('Alt+1');
  await window.click(`[data-view=work] a[data-edition="${id}"]`);
  await translating(window, 'fa');
  await window.press('F8');
});

step('the source changes under her: exactly what it concerns is stale, with what changed', async () => {
  await at(7);
  await window.keys('کمک به ۱۲۰۰');
  const { value: edition } = await call(window, 'Edition', source);
  await call(window, 'Save', source, edition.heads, { ...edition.text, body: CHANGED.join('\n\n') });
  await stale(3, 6);
  await window.shows('[data-place="3"] [data-panel=source-change] del', '36');
  await window.shows('[data-place="3"] [data-panel=source-change] ins', '38');
  await window.shows('[data-place="6"] [data-panel=source-change] ins', 'to lorries');
  await at(7); // nothing moved under her hands
  await window.keys(' خانواده رسیده است.');
  await says(7, 'کمک به ۱۲۰۰ خانواده رسیده است.');
  await window.press('Control+Enter');
});

step('she translates the rest, link and all, and what changed', async () => {
  await at(8);
  await window.keys('بیشتر ');
  await window.press('Control+Shift+l');
  await says(8, 'بیشتر [in the report](1)');
  await window.keys('در گزارش'); // its words were selected
  await window.press('End');
  await window.keys(' آمده است.');
  await says(8, 'بیشتر [در گزارش](1) آمده است.');
  await window.press('Control+Enter');
  await at(9);
  await window.keys('مکتب روز سه‌شنبه باز می‌شود.');
  await window.press('Control+Enter'); // and on to the first that changed
  await at(3);
  await window.press('Control+a');
  await window.keys('دریا در ژومنگرین در ۲۱ اپریل ۲۰۲۵ به اندازه ۸۳ سانتی‌متر بالا آمد.');
  await window.press('Control+Enter');
  await at(6);
  await stale(6);
  await window.press('Control+a');
  await window.keys('راه میان هرات و ژومنگرین به روی لاری‌ها بسته است.');
  await window.press('Control+Enter');
  await stale();
  await window.until(() => document.querySelector('[data-panel=progress]').getAttribute('aria-valuenow') === '10');
  await window.shows('[data-toast]', 'every block is translated');
});

step('the checks find the number that is wrong; a press puts it right', async () => {
  await window.press('Control+Shift+k');
  await window.until(() => {
    const found = [...document.querySelectorAll('[data-check=number]')]; // of the text as it stands now
    return found.length === 1 && found[0].innerText.includes('۸۳');
  });
  await window.click('[data-check=number] [data-act=show-finding]');
  await window.until((css) => {
    const { value, selectionStart, selectionEnd } = document.querySelector(css);
    return value.slice(selectionStart, selectionEnd) === '۸۳';
  }, field(3));
  await window.click('[data-check=number] [data-act=correct-finding]');
  await window.gone('[data-check=number]');
  await window.until((css) => document.querySelector(css).value.includes('۳۸'), field(3));
});

step('submitted, there is nothing left for her to do: it is before the desk', async () => {
  await window.press('Control+Shift+Enter');
  await window.find('header [data-state=submitted]');
  await window.gone('[data-act=toast-action]'); // nothing offers to submit it again
  await window.press('Alt+3');
  await window.find('[data-cell=fa][data-state=submitted]:not([title*="Guest"])');
  await window.press('Alt+1');
  await window.shows('[data-view=work]', 'Floods in the west'); // the source, which has another text than readers see
  const lists = () =>
    [...document.querySelectorAll('[data-view=work] :is([lang=fa], [data-act=begin-fa])')].map((each) => each.closest('[data-list]').dataset.list);
  assert.deepEqual(await window.run(lists), ['sent']);
  const { value } = await call(window, 'Edition', id);
  assert.equal(value.text.body, TRANSLATED.join('\n\n'));
});
