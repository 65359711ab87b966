// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { carryMarks, markAt, nextMark, type Mark } from './marks';

const mark = (start: number, end: number): Mark => ({ start, end, tone: 'bad', title: '' });
const words = (text: string, marks: readonly Mark[]) => marks.map(({ start, end }) => text.slice(start, end));

describe('marks follow the text', () => {
  const before = 'Kabul and Herat and Balkh';
  const marks = [mark(0, 5), mark(10, 15), mark(20, 25)];

  test.each([
    ['something is written before them', 'In Kabul and Herat and Balkh', ['Kabul', 'Herat', 'Balkh']],
    ['something is written between them', 'Kabul and also Herat and Balkh', ['Kabul', 'Herat', 'Balkh']],
    ['one is changed', 'Kabul and Hirat and Balkh', ['Kabul', 'Balkh']],
    ['something is taken away', 'Kabul and Balkh', ['Kabul', 'Balkh']],
    ['something is written behind them', 'Kabul and Herat and Balkh.', ['Kabul', 'Herat', 'Balkh']],
    ['all is gone', '', []],
  ])('where %s', (_, after, want) => {
    expect(words(after, carryMarks(marks, before, after))).toEqual(want);
  });

  test('a repeated letter is counted once', () => {
    expect(words('aaa', carryMarks([mark(0, 1)], 'aa', 'aaa'))).toEqual(['a']);
  });
});

test('the shortest mark that holds the caret', () => {
  const marks = [mark(0, 10), mark(2, 4)];
  expect([markAt(marks, 3), markAt(marks, 7), markAt(marks, 11)]).toEqual([marks[1], marks[0], undefined]);
});

test('the next mark, around the end', () => {
  const marks = [mark(8, 9), mark(2, 4)];
  expect([nextMark(marks, 5), nextMark(marks, 10), nextMark([], 0)]).toEqual([marks[0], marks[1], undefined]);
});
