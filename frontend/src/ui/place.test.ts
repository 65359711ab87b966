// @vitest-environment node
import { expect, test } from 'vitest';
import { belowOf } from './place';

const room = { width: 1000, height: 800 };
const size = { width: 200, height: 300 };

test('hangs below its anchor and begins where it begins', () => {
  expect(belowOf({ start: 100, end: 140, top: 50, bottom: 90 }, size, room)).toEqual({ start: 100, top: 94 });
});

test('stays inside at the end of the line', () => {
  expect(belowOf({ start: 950, end: 990, top: 50, bottom: 90 }, size, room).start).toBe(792);
});

test('stands above where there is no room below', () => {
  expect(belowOf({ start: 100, end: 140, top: 700, bottom: 740 }, size, room).top).toBe(396);
});

test('covers its anchor rather than leave the window', () => {
  const low = { width: 1000, height: 320 };
  expect(belowOf({ start: 100, end: 140, top: 100, bottom: 140 }, size, low).top).toBe(12);
});
