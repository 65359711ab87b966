import { undo } from '@milkdown/kit/prose/history';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BlockSerializer } from './BlockSerializer';
import { writing } from './testdata/writing';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

test('a change is reported once, 150 ms after it began', async () => {
  const { view, changes } = await writing('متن');
  for (const letter of ' تازه')
    view.dispatch(view.state.tr.insertText(letter, view.state.doc.content.size - 1));
  expect(changes).toEqual([]);
  vi.advanceTimersByTime(150);
  expect(changes).toEqual(['متن تازه']);
  vi.advanceTimersByTime(1000);
  expect(changes).toHaveLength(1);
});

test('opening and a text from outside report nothing', async () => {
  const { body, changes } = await writing('Title\n=====');
  body.give('another');
  vi.advanceTimersByTime(1000);
  expect(changes).toEqual([]);
});

test('what was reported comes back and touches nothing, so undo works across a save', async () => {
  const { body, view, markdown } = await writing('one');
  view.dispatch(view.state.tr.insertText(' two', 4));
  const { doc } = view.state;
  body.give(markdown());
  expect(view.state.doc).toBe(doc);
  undo(view.state, view.dispatch);
  expect(markdown()).toBe('one');
});

test('another text replaces the blocks that differ, as one step', async () => {
  const { body, view, markdown } = await writing('a\n\nb\n\nc');
  const [first, , last] = [0, 1, 2].map((i) => view.state.doc.child(i));
  body.give('a\n\nB\n\nnew\n\nc');
  expect(view.state.doc.firstChild).toBe(first);
  expect(view.state.doc.lastChild).toBe(last);
  expect(view.state.doc.childCount).toBe(4);
  undo(view.state, view.dispatch);
  expect(markdown()).toBe('a\n\nb\n\nc');
});

test.each([
  ['', 'a'],
  ['a', ''],
  ['a\n\na\n\na', 'a\n\na'],
  ['a\n\na', 'a\n\na\n\na'],
  ['# h', 'h\n\n- x'],
])('from %j to %j', async (before, after) => {
  const { body, view } = await writing(before);
  body.give(after);
  view.dispatch(view.state.tr.insertText('z', 1));
  body.flush();
  const fresh = await writing(after);
  expect(view.state.doc.textContent).toBe(`z${fresh.view.state.doc.textContent}`);
});

test('words are counted at the beginning and after changes', async () => {
  const { view, counts } = await writing('می\u200cروم به خانه\n\n![alt](media/x.jpg "two words © me")');
  expect(counts).toEqual([6]);
  view.dispatch(view.state.tr.insertText('او ', 1));
  vi.advanceTimersByTime(150);
  expect(counts.at(-1)).toBe(7);
});

test('a space that is being typed is not written', async () => {
  const { view, markdown } = await writing('متن');
  view.dispatch(view.state.tr.insertText(' ', 4));
  expect(markdown()).toBe('متن');
});

test('a document that cannot be edited does not change', async () => {
  const { body, view } = await writing('a', { editable: () => false });
  expect(body.run('bold')).toBe(false);
  expect(view.editable).toBe(false);
});

test('what is not reported yet is reported on closing', async () => {
  const { body, view, changes } = await writing('a');
  view.dispatch(view.state.tr.insertText('b', 2));
  await body.close();
  expect(changes).toEqual(['ab']);
});

test('only changed blocks are written again', async () => {
  const { body, view } = await writing('a\n\nb\n\n- c\n- d');
  const write = vi.fn(() => 'x\n');
  const serializer = new BlockSerializer(write);
  serializer.write(view.state.doc);
  expect(write).toHaveBeenCalledTimes(3);
  view.dispatch(view.state.tr.insertText('z', 1));
  serializer.write(view.state.doc);
  expect(write).toHaveBeenCalledTimes(4);
  await body.close();
});

test('pictures that are dropped stand where they were dropped, in one step', async () => {
  const taken = [{ ref: 'media/1.jpg' }, null, { ref: 'media/2.jpg' }];
  const take = async () => taken.shift() as { ref: string; width: number; height: number } | null;
  const { body, view, markdown } = await writing('a\n\nb', { takePicture: () => take });
  const files = [1, 2, 3].map((n) => new File(['x'], `${n}.jpg`, { type: 'image/jpeg' }));
  expect(body.takeFiles(view, files, 1)).toBe(true);
  view.dispatch(view.state.tr.insertText('first ', 1));
  await vi.waitFor(() => expect(view.state.doc.childCount).toBe(4));
  expect(markdown()).toBe('first a\n\n![](media/1.jpg)\n\n![](media/2.jpg)\n\nb');
  undo(view.state, view.dispatch);
  expect(view.state.doc.childCount).toBe(2);
});
