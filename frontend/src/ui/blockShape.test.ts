import { expect, test } from 'vitest';

import { shapeOf } from './blockShape';
import type { Run } from './tableChange';

const same = (text: string): Run => ({ op: 'same', text });
const add = (text: string): Run => ({ op: 'add', text });
const del = (text: string): Run => ({ op: 'del', text });

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

test('a table is one of cells', () => {
  const shape = shapeOf([
    same('| Place | Gram |\n| --- | --- |\n| Herat | '),
    del('80'),
    add('86'),
    same(' |'),
  ]);
  expect(shape.kind === 'table' && shape.rows[1]?.[1]).toContainEqual(add('86'));
});

test('a paragraph that became a table is shown as it is written', () => {
  expect(shapeOf([del('Herat 80'), add('| a | b |\n| - | - |\n| b | c |')]).kind).toBe('words');
});
