import { describe, expect, it, test } from 'vitest';
import type { DiffBlock, ReviewChange } from './backend/types';
import { fold } from './fold';

const change = (
  op: ReviewChange['op'],
  block: number,
  field: ReviewChange['field'] = 'body',
): ReviewChange => ({ field, op, parts: [], block });

test('unchanged blocks are folded but for those beside a change and those with comments', () => {
  const changes = [
    change('change', -1, 'headline'),
    ...[0, 1, 2, 3, 4, 5, 6].map((n) => change(n === 1 ? 'change' : 'same', n)),
  ];
  const shown = fold(changes, ({ block }) => block === 5).map((piece) =>
    piece.kind === 'folded' ? `+${piece.count}` : `${piece.block.block}${piece.heading ? ' heading' : ''}`,
  );
  expect(shown).toEqual(['-1 heading', '0 heading', '1', '2', '+2', '5', '+1']);
});

test('where nothing changed there is one fold', () => {
  expect(fold([change('same', 0), change('same', 1)], () => false)).toEqual([{ kind: 'folded', count: 2 }]);
});

describe('folding', () => {
  const block = (field: DiffBlock['field'], op: DiffBlock['op']): DiffBlock => ({ field, op, parts: [] });

  it('keeps one block on either side of a change', () => {
    const blocks = (['same', 'same', 'same', 'change', 'same', 'same', 'same'] as const).map((op) =>
      block('body', op),
    );
    expect(fold(blocks).map((piece) => (piece.kind === 'folded' ? piece.count : piece.block.op))).toEqual([
      2,
      'same',
      'change',
      'same',
      2,
    ]);
  });

  it('names a field where it begins, and does not reach over into the next', () => {
    const pieces = fold([block('headline', 'change'), block('body', 'same'), block('body', 'add')]);
    expect(pieces.map((piece) => piece.kind === 'block' && piece.heading)).toEqual([true, true, false]);
  });
});
