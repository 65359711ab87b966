// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { clamp, pagesOf, rowAfter, scrollTo, visibleRows } from './range';

describe('visibleRows', () => {
  test('gives the rows in sight and some more', () => {
    expect(visibleRows(1000, 500, 50, 10_000, 3)).toEqual({ start: 17, end: 33 });
  });

  test('stays inside the list at both ends', () => {
    expect(visibleRows(0, 500, 50, 4, 6)).toEqual({ start: 0, end: 4 });
    expect(visibleRows(-80, 500, 50, 100, 2)).toEqual({ start: 0, end: 12 });
    expect(visibleRows(999_999, 500, 50, 100, 2)).toEqual({ start: 100, end: 100 });
  });

  test('is empty where there is nothing', () => {
    expect(visibleRows(0, 500, 50, 0, 6)).toEqual({ start: 0, end: 0 });
    expect(visibleRows(0, 500, 0, 10, 6)).toEqual({ start: 0, end: 0 });
  });

  test('always holds every row that touches the window', () => {
    for (let scroll = 0; scroll < 3000; scroll += 37) {
      const { start, end } = visibleRows(scroll, 410, 48, 50_000, 0);
      expect(start * 48).toBeLessThanOrEqual(scroll);
      expect(end * 48).toBeGreaterThanOrEqual(scroll + 410);
    }
  });
});

describe('pagesOf', () => {
  test('names each page that the range touches', () => {
    expect(pagesOf({ start: 95, end: 205 }, 100)).toEqual([0, 1, 2]);
    expect(pagesOf({ start: 100, end: 200 }, 100)).toEqual([1]);
    expect(pagesOf({ start: 5, end: 5 }, 100)).toEqual([]);
  });
});

describe('scrollTo', () => {
  test('moves only as far as it must', () => {
    expect(scrollTo(5, 200, 500, 50)).toBe(200);
    expect(scrollTo(2, 200, 500, 50)).toBe(100);
    expect(scrollTo(20, 200, 500, 50)).toBe(550);
  });
});

describe('rowAfter', () => {
  test.each([
    ['ArrowDown', 4, 5],
    ['ArrowDown', 99, 99],
    ['ArrowUp', 0, 0],
    ['ArrowDown', -1, 0],
    ['PageDown', 4, 13],
    ['PageUp', 4, 0],
    ['Home', 50, 0],
    ['End', 50, 99],
  ])('%s from %i leads to %i', (key, row, to) => {
    expect(rowAfter(key, row, 100, 10)).toBe(to);
  });

  test('leaves other keys and empty lists alone', () => {
    expect(rowAfter('a', 4, 100, 10)).toBeUndefined();
    expect(rowAfter('ArrowDown', 0, 0, 10)).toBeUndefined();
  });
});

test('clamp keeps the bounds', () => {
  expect([clamp(-1, 0, 5), clamp(9, 0, 5), clamp(3, 0, 5)]).toEqual([0, 5, 3]);
});
