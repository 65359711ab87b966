import { expect, test } from 'vitest';

import { shapeOf, type Run } from './blockShape';

const same = (text: string): Run => ({ op: 'same', text });
const add = (text: string): Run => ({ op: 'add', text });
const del = (text: string): Run => ({ op: 'del', text });
const plain = (cells: Run[][]) =>
  cells.map((cell) =>
    cell
      .map((run) => run.text)
      .join('')
      .trim(),
  );

test('a heading loses its marks and keeps its level', () => {
  expect(shapeOf([same('## The price '), add('today')])).toEqual({
    kind: 'heading',
    level: 2,
    parts: [same('The price '), add('today')],
  });
  expect(shapeOf([add('### New')])).toEqual({ kind: 'heading', level: 3, parts: [add('New')] });
});

test('a heading whose marks changed shows them', () => {
  expect(shapeOf([del('##'), add('###'), same(' The price')]).kind).toBe('words');
});

test('words that only look like a mark stay', () => {
  for (const text of ['#hashtag', '| a bar at the start', 'a | b', ''])
    expect(shapeOf([same(text)]).kind).toBe('words');
});

test('a table is cut into rows and cells, and each cell knows what changed in it', () => {
  const shape = shapeOf([
    same('| Place | Gram |\n| --- | --- |\n| Herat | '),
    del('80'),
    add('86'),
    same(' |'),
    add('\n| Balkh | 90 |'),
  ]);
  if (shape.kind !== 'table') throw new Error(shape.kind);
  expect(shape.rows.map((row) => plain(row.cells))).toEqual([
    ['Place', 'Gram'],
    ['Herat', '8086'],
    ['Balkh', '90'],
  ]);
  expect(shape.rows[1]?.cells[1]).toContainEqual(del('80'));
  expect(shape.rows[2]?.cells[0]).toContainEqual(add(' Balkh '));
});

test('an escaped bar stays in its cell', () => {
  const shape = shapeOf([same('| a \\| b | c |\n|---|:-:|\n| d |  |')]);
  if (shape.kind !== 'table') throw new Error(shape.kind);
  expect(shape.rows.map((row) => plain(row.cells))).toEqual([
    ['a | b', 'c'],
    ['d', ''],
  ]);
});

test('a paragraph that became a table is shown as it is written', () => {
  expect(shapeOf([del('Herat 80'), add('| a |\n| - |\n| b |')]).kind).toBe('words');
});
