import { expect, test } from 'vitest';
import type { ReviewChange } from '$lib/backend/types';
import { piecesOf } from './pieces';

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
  const shown = piecesOf(changes, (block) => block === 5).map((piece) =>
    piece.kind === 'folded' ? `+${piece.count}` : `${piece.change.block}${piece.heading ? ' heading' : ''}`,
  );
  expect(shown).toEqual(['-1 heading', '0 heading', '1', '2', '+2', '5', '+1']);
});

test('where nothing changed there is one fold', () => {
  expect(piecesOf([change('same', 0), change('same', 1)], () => false)).toEqual([
    { kind: 'folded', count: 2 },
  ]);
});
