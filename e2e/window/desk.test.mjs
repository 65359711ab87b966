// The way of an edition over the desk: sections and tags, a second language, submitted,
// returned, approved, looked at, published, and what a role may not do.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { act, begin, BODY, call, chooseSection, chooseTag, goTo, kept, newEdition, newStory, offered, openStory, otherEdition, panel, writeBody } from '../harness/desk.mjs';
import { step } from '../harness/steps.mjs';
import { Window } from '../harness/window.mjs';

let window;
before(async () => {
  window = await Window.open({ lang: 'en_US.UTF-8' });
  await begin(window);
});
after(() => window?.close());

const current = () => window.run(() => document.querySelector('[data-act=open-edition][aria-current]').dataset.edition);
const front = 'iframe[data-sheet=front]';

step('a tag is named in the table of sections and tags', async () => {
  await goTo(window, 'terms');
  await window.click('[data-field=kind] label:nth-child(2)');
  await window.fill('[data-field=new-term]', 'Floods');
  await window.press('Enter');
  await window.until(() => [...document.querySelectorAll('[data-field=labels-en]')].some((field) => field.value === 'Floods'));
  await window.fill('[data-field=labels-fa]', 'سیلاب‌ها');
  await window.press('Tab');
});

step('a story gets its sections and tags', async () => {
  await newStory(window, 'fa');
  await window.type('[data-field=headline]', 'سیلاب در پنجشیر');
  await writeBody(window, 'آب بالا آمد.');
  await panel(window, 'story');
  await chooseSection(window, 'Afghanistan');
  await chooseTag(window, 'سیلاب', 'Floods');
  await window.fill('[data-field=place]', 'پنجشیر');
  await window.press('Tab');
  await kept(window, 'آب بالا آمد.');
});

step('it gets an English edition, whose page runs from left to right', async () => {
  await newEdition(window, 'en');
  assert.equal(await window.run((css) => getComputedStyle(document.querySelector(css)).direction, BODY), 'ltr');
  await window.type('[data-field=headline]', 'Floods in Panjshir');
  await writeBody(window, 'The water rose.');
  await kept(window, 'The water rose.');
});

step('the story keeps what was chosen, in both editions', async () => {
  await otherEdition(window, 'fa');
  await panel(window, 'story');
  await window.shows('[data-field=sections] [aria-pressed=true]', 'Afghanistan');
  await window.shows('li [data-term]', 'Floods');
  assert.equal(await window.value('[data-field=place]'), 'پنجشیر');
});

step('the preview is the page, in its own direction, and follows the typing', async () => {
  await panel(window, 'preview');
  await window.until((css) => document.querySelector(css)?.contentDocument?.body?.innerText.includes('آب بالا آمد.'), front);
  assert.deepEqual(
    await window.run((css) => {
      const { lang, dir } = document.querySelector(css).contentDocument.documentElement;
      return { lang, dir };
    }, front),
    { lang: 'fa', dir: 'rtl' },
  );
  await writeBody(window, ' راه بسته شد.');
  await window.until((css) => document.querySelector(css)?.contentDocument?.body?.innerText.includes('راه بسته شد.'), front);
});

step('it is submitted, and returned with a note that the writer sees', async () => {
  await act(window, 'submit', 'submitted');
  await act(window, 'return', 'returned', 'نام والی را بنویس.');
  await window.until(() => document.body.innerText.includes('نام والی را بنویس.'));
});

step('submitted again, it is approved; a word more takes the approval back to drafting', async () => {
  await act(window, 'submit', 'submitted');
  await act(window, 'approve', 'approved');
  assert.deepEqual(await offered(window), ['return', 'publish']);
  await writeBody(window, ' پایان.');
  await window.press('Control+s');
  await window.find('header [data-state=drafting]');
  await act(window, 'approve', 'approved');
  await act(window, 'publish', 'live');
});

step('what is said of that stands over the text, covers nothing beside it', async () => {
  const [said, text, side] = await window.run(() =>
    ['[data-toast]', '.pane.start', '.pane.end'].map((css) => document.querySelector(css).getBoundingClientRect().toJSON()),
  );
  assert.ok(said.left >= text.left && said.right <= text.right && said.bottom <= text.bottom, 'over the text');
  assert.ok(said.right <= side.left, 'not over the panel');
});

step('the list finds it by state, section and language', async () => {
  await goTo(window, 'stories');
  await window.choose('[data-field=filter-live]', 'live');
  await window.until(() => document.querySelector('[data-list=stories]').dataset.total === '1');
  await window.shows('[data-edition]', 'سیلاب در پنجشیر');
  await window.choose('[data-field=filter-lang]', 'en');
  await window.until(() => document.querySelector('[data-list=stories]').dataset.total === '0');
  await window.click('[data-act=clear-filters]');
  await window.until(() => document.querySelector('[data-list=stories]').dataset.total === '2');
});

step('who is no editor is not offered what an editor does, and is refused it', async () => {
  await goTo(window, 'settings');
  await window.click('[data-field=role-editor]');
  await window.click('[data-act=save-member]');
  await window.until(() => document.querySelector('[data-act=save-member]').disabled);
  await openStory(window, 'Floods in Panjshir');
  await act(window, 'submit', 'submitted');
  assert.deepEqual(await offered(window), []);
  const id = await current();
  const { value } = await call(window, 'Edition', id);
  const { refusal } = await call(window, 'Approve', id, value.heads[0]);
  assert.equal(refusal?.code, 'forbidden');
  assert.equal((await call(window, 'Edition', id)).value.work.state, 'submitted');
});
