import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Mark } from '$ui/marks';
import type { Inspect } from './Marking.svelte';
import { writing, type Writing } from '$features/body/testdata/writing';

const wrong = /Hirat|کابول/g;
const marksOf = (text: string): Mark[] =>
  [...text.matchAll(wrong)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    tone: 'saffron',
    title: word,
    replacements: [word === 'Hirat' ? 'Herat' : 'کابل'],
  }));

let open: Writing;
let inspect: ReturnType<typeof vi.fn<Inspect>>;

beforeEach(async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  inspect = vi.fn<Inspect>(async (texts) => texts.map(marksOf));
  open = await writing('**In** Hirat and [Hirat](https://example.org).\n\n- به کابول\n\n```\nHirat\n```', {
    inspect: () => inspect,
  });
  vi.spyOn(open.view, 'coordsAtPos').mockReturnValue({ left: 1, right: 1, top: 2, bottom: 3 });
  await settle();
});
afterEach(() => vi.useRealTimers());

const settle = () => vi.advanceTimersByTimeAsync(400);
const shown = () => [...open.view.dom.querySelectorAll('.marked')].map((each) => each.textContent);

test('underlines what is found in every block of text, and in no code', () => {
  expect(shown()).toEqual(['Hirat', 'Hirat', 'کابول']);
});

test('only blocks that changed are looked through again', async () => {
  inspect.mockClear();
  open.behind('به');
  open.view.dispatch(open.view.state.tr.insertText(' شهر'));
  expect(shown()).toEqual(['Hirat', 'Hirat', 'کابول']); // the marks move along
  await settle();
  expect(inspect.mock.calls).toEqual([[['به شهر کابول']]]);
  expect(shown()).toEqual(['Hirat', 'Hirat', 'کابول']);
});

test('the mark at the caret opens, and what replaces it keeps its formatting and can be undone', async () => {
  open.behind('and Hi');
  expect(open.body.marking.show()).toBe(true);
  expect(open.body.marking.open?.mark.replacements).toEqual(['Herat']);
  open.body.marking.replace('Herat');
  expect(open.markdown()).toContain('**In** Hirat and [Herat](https://example.org).');
  await settle();
  expect(shown()).toEqual(['Hirat', 'کابول']);
  open.body.run('undo');
  await settle();
  expect(shown()).toEqual(['Hirat', 'Hirat', 'کابول']);
});

test('without a mark at the caret the next one opens', () => {
  open.behind('به');
  open.body.marking.show();
  expect(open.body.marking.open?.mark.replacements).toEqual(['کابل']);
  open.body.marking.close();
  expect(open.body.marking.open).toBeNull();
});

test('a finding about an older text is not drawn', async () => {
  let answer: () => void = () => undefined;
  inspect.mockImplementation(
    (texts) => new Promise((resolve) => (answer = () => resolve(texts.map(marksOf)))),
  );
  open.behind('به');
  open.view.dispatch(open.view.state.tr.insertText(' Hirat'));
  await settle();
  open.view.dispatch(open.view.state.tr.insertText('x'));
  answer();
  await vi.advanceTimersByTimeAsync(1);
  expect(shown()).toEqual(['Hirat', 'Hirat', 'کابول']);
});

test('a change outside looks through everything again; marks are no part of the history', async () => {
  inspect.mockImplementation(async (texts) => texts.map(() => []));
  open.body.marking.again();
  await settle();
  expect(shown()).toEqual([]);
  expect(open.body.canUndo).toBe(false);
});

test('where nothing can be found out, writing goes on', async () => {
  inspect.mockRejectedValue(new Error('gone'));
  open.body.marking.again();
  await settle();
  expect(shown()).toEqual(['Hirat', 'Hirat', 'کابول']);
});
