// What can go otherwise at the editors' table: what keeps an approval back, a text that changes
// under a suggestion, a schedule that is moved, an embargo. Her whole day: editor.test.mjs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { begin, BODY, call, goTo, kept, speak } from '../harness/desk.mjs';
import { Window } from '../harness/window.mjs';

const BLOCKS = ['Rain fell on Kabul.', 'The road to Jalalabad is closed.', 'Nobody was hurt.'];
let window;

before(async () => {
  window = await Window.open();
  await begin(window);
});
after(() => window.close());

/** A submitted edition with a text of its own; its id. */
async function submitted(headline, lang = 'en') {
  const { value: edition } = await call(window, 'CreateStory', lang);
  const text = { ...edition.text, headline, slug: '', body: BLOCKS.join('\n\n') };
  await call(window, 'Save', edition.id, edition.heads, text);
  await call(window, 'Submit', edition.id);
  return edition.id;
}

const state = async (id) => {
  const { value } = await call(window, 'Edition', id);
  return [value.work.state, value.live.state];
};

/** Takes the messages in the corner away: they lie over what is below them. */
const quiet = () => window.run(() => document.querySelectorAll('[data-act=dismiss]').forEach((cross) => cross.click()));

const chosen = (id) => window.find(`[data-queued="${id}"][aria-selected=true]`);

test('a comment keeps an edition back until it is settled', async () => {
  await goTo(window, 'review');
  const id = await submitted('Commented');
  await chosen(id);
  await window.click('[data-block="1"]');
  await window.press('c');
  await window.type('[data-field=comment]', 'Since when?');
  await window.press('Control+Enter');
  await window.shows('[data-thread] .words', 'Since when?');
  await window.find('[data-check=comments][data-blocks=true]');
  assert.equal(await window.run(() => document.querySelector('[data-act=decide-approve]').disabled), true);
  const { value: review } = await call(window, 'ReviewOf', id);
  const { refusal } = await call(window, 'Approve', id, review.revision);
  assert.equal(refusal.message, 'review.comments');
  await window.click('[data-act=reply]');
  await window.type('[data-field=reply]', 'Since Monday.');
  await window.press('Control+Enter');
  await window.shows('.reply', 'Since Monday.');
  await window.click('[data-act=resolve-comment]');
  await window.gone('[data-check=comments]');
  await window.click('[data-act=decide-approve]');
  await window.gone(`[data-queued="${id}"]`);
});

test('what changes under a suggestion is said', async () => {
  const id = await submitted('Moving');
  await call(window, 'AddComment', id, { about: '', at: 1, quote: BLOCKS[1], text: '', suggests: true, suggestion: 'The road is shut.' });
  await window.go(`#/edition/${id}`);
  await window.find(BODY);
  await window.click('[data-act=tab-comments]');
  await window.find('[data-place=here]');
  await window.until((words) => {
    const block = [...document.querySelectorAll('[data-field=body] .ProseMirror > p')].find((each) => each.innerText === words);
    if (!block) return false;
    getSelection().setPosition(block.firstChild, words.length);
    return true;
  }, BLOCKS[1]);
  await window.keys(' It stays closed.');
  await kept(window, 'It stays closed.');
  const { refusal } = await call(window, 'AcceptSuggestion', id, (await call(window, 'Comments', id)).value[0].id, BLOCKS[1]);
  assert.equal(refusal.message, 'comment.changedSince');
});

test('a schedule is set in the calendar of the interface, changed and taken back', async () => {
  const id = await submitted('Later', 'fa');
  const { value: review } = await call(window, 'ReviewOf', id);
  await call(window, 'Approve', id, review.revision);
  await speak(window, 'fa');
  await window.go(`#/review/${id}`);
  await window.click('[data-act=decide-schedule]');
  await window.click('[data-act=quick-morning]');
  await window.shows('[data-panel=chosen-time]', '۰۶:۰۰');
  await window.click('[data-act=confirm-schedule]');
  await window.gone('[data-panel=chosen-time]');
  assert.deepEqual(await state(id), ['approved', 'scheduled']);
  await window.gone(`[data-queued="${id}"]`); // the table goes on with the next
  await window.go(`#/review/${id}`);
  await window.find('[data-state=scheduled]');
  await window.click('[data-act=decide-schedule]');
  await window.choose('[data-field=hour]', '7');
  await window.click('[data-act=confirm-schedule]');
  await window.gone('[data-panel=chosen-time]');
  const { value: moved } = await call(window, 'Edition', id);
  assert.equal(new Date(moved.live.published).getHours(), 7);
  await window.click('[data-act=decide-unschedule]');
  await window.until(async (id) => (await globalThis.go.app.App.Edition(id)).live.state === 'notLive', id);
  assert.deepEqual(await state(id), ['approved', 'notLive']);
  await speak(window, 'en');
});

test('a correction waits for its time, from wherever it is scheduled', async () => {
  const id = await submitted('Read already');
  const approve = async (edition) => {
    const { value: review } = await call(window, 'ReviewOf', edition);
    await call(window, 'Approve', edition, review.revision);
  };
  await approve(id);
  const { value: live } = await call(window, 'Publish', id);
  await call(window, 'Save', id, live.heads, { ...live.text, headline: 'Read again' });
  await call(window, 'Submit', id);
  await approve(id);
  await window.go(`#/review/${id}`);
  await window.click('[data-act=decide-schedule]');
  await window.click('[data-act=quick-morning]');
  await window.fill('[data-field=act-words]', 'The headline was wrong.');
  await window.click('[data-act=confirm-schedule]');
  await window.gone('[data-panel=chosen-time]');
  const { value: waits } = await call(window, 'Edition', id);
  assert.deepEqual([waits.live.state, waits.live.revision, waits.changed], ['live', live.live.revision, true]);
  assert.equal(new Date(waits.live.next).getHours(), 6);

  await goTo(window, 'coverage');
  await window.until(() => document.querySelector('[data-state=live] [data-sign=scheduled]'));
  const told = await window.run(() => document.querySelector('[data-cell]:has([data-sign=scheduled])').getAttribute('aria-label'));
  assert.match(told, /Correction goes live/);
  await window.click('[data-act=coverage-legend]');
  await window.shows('[data-panel=legend]', 'Correction scheduled');
  await window.click('[data-act=close-legend]');

  // Readers see the story: an embargo says that it comes too late, and does nothing.
  await window.go(`#/edition/${id}`);
  await window.find('[data-state=next]');
  await window.click('[data-act=tab-story]');
  await quiet();
  await window.click('[data-act=embargo]');
  await window.click('[data-act=confirm-embargo]');
  await window.until(() => document.querySelector('dialog[open]')?.textContent.includes('too late'));
  await window.press('Escape');

  // The translation of it is scheduled where it is translated.
  const { value: made } = await call(window, 'BeginTranslation', live.story, 'de', 'en');
  await call(window, 'Save', made.id, made.heads, { ...made.text, headline: 'Gelesen', slug: '', body: 'Es regnete in Kabul.' });
  await call(window, 'ChangeBlocking', []);
  await call(window, 'Submit', made.id);
  await approve(made.id);
  await window.go(`#/translate/${made.id}`);
  await window.find('[data-panel=rows]');
  await quiet();
  await window.click('[data-act=more-acts]');
  await window.click('[data-act=schedule]');
  await window.click('[data-act=quick-morning]');
  await window.click('[data-act=confirm-schedule]');
  await window.gone('[data-panel=chosen-time]');
  assert.deepEqual(await state(made.id), ['approved', 'scheduled']);
  await call(window, 'ChangeBlocking', ['stale', 'comments', 'empty', 'number', 'date', 'link', 'figure']);
});

test('an embargo keeps a story from its readers', async () => {
  const id = await submitted('Held');
  const { value: review } = await call(window, 'ReviewOf', id);
  await call(window, 'Approve', id, review.revision);
  await window.go(`#/edition/${id}`);
  await window.find(BODY);
  await window.click('[data-act=tab-story]');
  await quiet();
  await window.click('[data-act=embargo]');
  await window.click('[data-act=quick-morning]');
  await window.click('[data-act=confirm-embargo]');
  await window.shows('[data-field=embargo]', 'Held back until');
  const { refusal } = await call(window, 'Publish', id);
  assert.equal(refusal.message, 'live.embargoed');
});
