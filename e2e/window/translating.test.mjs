// A translation beside its source: what the source says anew, by keyboard.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { begin, call, openStory, otherEdition, translating } from '../harness/desk.mjs';
import { step } from '../harness/steps.mjs';
import { Window } from '../harness/window.mjs';

let window, source, id;

before(async () => {
  window = await Window.open({ lang: 'en_US.UTF-8' });
  await begin(window);
});
after(() => window?.close());

/** Saves words of the source from elsewhere. */
async function change(words) {
  const { value: edition } = await call(window, 'Edition', source);
  await call(window, 'Save', source, edition.heads, { ...edition.text, ...words });
}

/** Waits until these rows, by their names or places, are those whose source changed. */
const stale = (...rows) =>
  window.until((rows) => {
    const found = [...document.querySelectorAll('[data-standing=stale]')];
    return found.map((row) => row.dataset.place ?? row.dataset.row).join() === rows;
  }, rows.join());

/** Waits until what is missing and what is stale of the translation come to these. */
const counted = (missing, stale) =>
  window.until(
    async (id, missing, stale) => {
      const translation = await globalThis.go.app.App.Translation(id, '');
      return translation.missing === missing && translation.stale === stale;
    },
    id,
    missing,
    stale,
  );

step('a headline that changes in the source turns stale, with the words that changed', async () => {
  const { value: first } = await call(window, 'CreateStory', 'en');
  source = first.id;
  await change({ headline: 'Forty wells', summary: 'They hold.', body: 'Dug in May.' });
  const { value: begun } = await call(window, 'BeginTranslation', first.story, 'fa', 'en');
  id = begun.id;
  await openStory(window, 'Forty wells');
  await otherEdition(window, 'fa');
  await window.press('Alt+t');
  await translating(window, 'fa');
  await window.fill('[data-field=headline]', 'چهل چاه');
  await window.fill('[data-field=summary]', 'پابرجاست.');
  await window.fill('[data-place="0"] [data-field=target]', 'در ثور کنده شد.');
  await window.press('Control+s');
  await counted(0, 0);
  await change({ headline: 'Forty new wells' });
  await stale('headline');
  await counted(0, 1);
  assert.deepEqual(
    await window.run(() => {
      const marks = [...document.querySelectorAll('[data-row=headline] :is(ins, del)')];
      return marks.map((mark) => [mark.tagName, mark.innerText.trim()]);
    }),
    [['INS', 'new']],
  );
});

step('a key leads to it and says that it is done', async () => {
  await window.press('F8');
  await window.until(() => document.activeElement?.closest('[data-row]')?.dataset.row === 'headline');
  await window.press('Control+Enter');
  await stale();
  await window.press('Control+s');
  await counted(0, 0);
});

step('a change of no effect is said for all languages at once', async () => {
  await change({ headline: 'Forty-one new wells', summary: 'They hold!' });
  await stale('headline', 'summary');
  await window.click('[data-row=summary] [data-act=row-same]');
  await stale('headline');
  await counted(0, 1);
});

step('a table is written cell by cell, with the keyboard, links and signs that part cells too', async () => {
  const link = 'https://example.org/list';
  await change({ body: `Dug in May.\n\n| Village | See |\n| :-- | --: |\n| Shindand | [the list](${link}) |` });
  await window.find('[data-place="1"] [data-field=table]');
  const cells = () => document.querySelectorAll('[data-place="1"] .from :is(td, th)').length;
  assert.equal(await window.run(cells), 4);
  await window.press('F8');
  await window.until(() => document.activeElement?.dataset.cell === '0.0');
  for (const words of ['روستا', 'ببینید | اینجا', 'شیندند']) {
    await window.keys(words);
    await window.press('Enter');
  }
  await window.until(() => document.activeElement?.dataset.cell === '1.1');
  await window.press('Control+Shift+l');
  await window.keys('فهرست');
  await window.press('Control+s');
  await counted(0, 1); // the headline still waits
  const { value: edition } = await call(window, 'Edition', id);
  assert.equal(
    edition.text.body,
    `در ثور کنده شد.\n\n| روستا | ببینید \\| اینجا |\n| :-- | --: |\n| شیندند | [فهرست](${link}) |`,
  );
});

step('what changed in a table of the source is shown in its cells', async () => {
  const { value: edition } = await call(window, 'Edition', source);
  await change({ body: edition.text.body.replace('Shindand', 'Zindajan') });
  await stale('headline', '1');
  const changed = () =>
    window.run(() => [...document.querySelectorAll('[data-place="1"] .from :is(th, td)')].map((cell) => cell.innerText.trim()));
  assert.equal((await changed())[2], 'ShindandZindajan');
  await window.click('[data-place="1"] [data-cell="1.0"]');
  await window.press('Control+a');
  await window.keys('زنده‌جان');
  await window.press('Control+Enter');
  await stale('headline');
  await window.press('Control+s');
  await counted(0, 1);
});
