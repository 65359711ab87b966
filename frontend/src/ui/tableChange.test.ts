// @vitest-environment node
import { expect, test } from 'vitest';
import { changedTable, type Run } from './tableChange';

const same = (text: string): Run => ({ op: 'same', text });
const add = (text: string): Run => ({ op: 'add', text });
const del = (text: string): Run => ({ op: 'del', text });
const head = same('| Village | Wells |\n| :-- | --: |\n| Shindand |');

/** The table with + and - before what came and went. */
const signs = { same: '', add: '+', del: '-' };
const read = (...diff: Run[]) =>
  changedTable(diff)?.map((cells) =>
    cells.map((words) =>
      words
        .map((part) => signs[part.op] + part.text.trim())
        .filter(Boolean)
        .join(' '),
    ),
  );

test('words that changed stay in their cell', () => {
  expect(read(head, del(' 12'), add(' 14'), same(' |\n| Zindajan | a \\| b |'))).toEqual([
    ['Village', 'Wells'],
    ['Shindand', '-12 +14'],
    ['Zindajan', 'a | b'],
  ]);
});

test('Markdown is shown where it changed', () => {
  expect(read(head, same(' [12](a) |\n| **Guzara** | [8]('), del('a'), add('b'), same(') |'))).toEqual([
    ['Village', 'Wells'],
    ['Shindand', '12'],
    ['Guzara', '[8]( -a +b )'],
  ]);
});

test('rows come and go', () => {
  expect(read(head, same(' 12 |'), add('\n| Zindajan | 9 |'), del('\n| Guzara | 8 |'))).toEqual([
    ['Village', 'Wells'],
    ['Shindand', '12'],
    ['+Zindajan', '+9'],
    ['-Guzara', '-8'],
  ]);
});

test('what gives no table stays as it is', () => {
  expect(read(same('One '), del('two'), add('three'))).toBeUndefined();
  expect(
    read(same('| A |'), add(' B |'), same('\n| - |'), add(' - |'), same('\n| 1 |'), add(' 2 |')),
  ).toBeUndefined();
  expect(changedTable([])).toBeUndefined();
});
