// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { cellAt, emptied, intoCell, outOfCell, readTable, wordsOf, writeTable } from './table';

const wells = '| Village | Wells |\n| :-- | --: |\n| Shindand | 12 |\n|  | a \\| b |';

describe('readTable', () => {
  test('gives the words of each cell and how columns are set', () => {
    const table = readTable(wells);
    expect(table && wordsOf(table)).toEqual([
      ['Village', 'Wells'],
      ['Shindand', '12'],
      ['', 'a | b'],
    ]);
    expect(table?.aligns).toEqual(['left', 'right']);
  });

  test('reads what other programs write', () => {
    const table = readTable('\nA | B\n--- | :-:\n1|\n| 2 | 3 |  |\n');
    expect(table && wordsOf(table)).toEqual([
      ['A', 'B'],
      ['1', ''],
      ['2', '3'],
    ]);
  });

  test.each([
    ['a paragraph', 'one | two'],
    ['a heading with a rule', 'One\n---'],
    ['words beyond the last column', '| a |\n| - |\n| b | c |'],
    ['a rule of other width', '| a | b |\n| - |\n| b | c |'],
    ['a paragraph behind it', '| a |\n| - |\n| b |\n\nMore.'],
    ['nothing', ''],
  ])('leaves %s alone', (_, markdown) => expect(readTable(markdown)).toBeUndefined());
});

test('what is read is written again', () => {
  const table = readTable(wells);
  expect(table && writeTable(wordsOf(table), table.rule)).toBe(wells);
  expect(table && emptied(table)).toBe('|  |  |\n| :-- | --: |\n|  |  |\n|  |  |');
});

test('places in the Markdown and in the cells go with each other', () => {
  const table = readTable(wells);
  if (!table) throw new Error('no table');
  table.rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      for (let n = 0; n <= cell.text.length; n++) {
        const out = outOfCell(cell, n);
        expect(cellAt(table, out)).toEqual({ row, column });
        expect(intoCell(cell, out)).toBe(n);
      }
    }),
  );
});
