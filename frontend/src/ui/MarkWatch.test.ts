// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Mark } from './marks';
import { MarkBoard } from './MarkBoard.svelte';
import { MarkWatch } from './MarkWatch';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Marks every x. */
const xs = (text: string): Mark[] =>
  [...text.matchAll(/x/g)].map(({ index }) => ({ start: index, end: index + 1, tone: 'bad', title: 'x' }));
const rows = (words: Record<string, string>) => new Map(Object.entries(words));

test('looks through what changed, a moment after it did', async () => {
  const look = vi.fn(async (texts: string[]) => texts.map(xs));
  const board = new MarkBoard();
  const watch = new MarkWatch(board, 'xs', look);
  watch.update(rows({ a: 'x', b: 'y' }));
  await vi.advanceTimersByTimeAsync(0);
  expect(board.of('a', 'x')).toHaveLength(1);
  watch.update(rows({ a: 'x', b: 'yx' }));
  watch.update(rows({ a: 'x', b: 'yxx' }));
  await vi.advanceTimersByTimeAsync(1000);
  expect(look.mock.calls).toEqual([[['x', 'y']], [['yxx']]]);
  expect(board.of('b', 'yxx')).toHaveLength(2);
});

test('until it looks again, marks move along', async () => {
  const board = new MarkBoard();
  const watch = new MarkWatch(board, 'xs', async (texts) => texts.map(xs));
  watch.update(rows({ a: 'a x b' }));
  await vi.advanceTimersByTimeAsync(0);
  expect(board.of('a', 'now a x b')).toMatchObject([{ start: 6, end: 7 }]);
});

test('looks at all again where what was found is no longer true', async () => {
  const look = vi.fn(async (texts: string[]) => texts.map(() => []));
  const watch = new MarkWatch(new MarkBoard(), 'xs', look);
  watch.update(rows({ a: 'x' }));
  await vi.advanceTimersByTimeAsync(0);
  watch.again();
  await vi.advanceTimersByTimeAsync(0);
  expect(look).toHaveBeenCalledTimes(2);
});

test('marks nothing where looking fails', async () => {
  const board = new MarkBoard();
  const watch = new MarkWatch(board, 'xs', () => Promise.reject(new Error('no')));
  watch.update(rows({ a: 'x' }));
  await vi.advanceTimersByTimeAsync(0);
  expect(board.of('a', 'x')).toEqual([]);
});
