import type { ReviewChange } from '$lib/backend/types';

/** A piece of the comparison to show, or a count of unchanged ones left out. */
export type Piece =
  { kind: 'piece'; change: ReviewChange; heading: boolean } | { kind: 'folded'; count: number };

/**
 * Leaves out what did not change, apart from one piece on either side of a change, and
 * blocks that `keep` names: those with comments.
 */
export function piecesOf(changes: ReviewChange[], keep: (block: number) => boolean): Piece[] {
  const near = changes.map((change, i) => {
    const around = [changes[i - 1], change, changes[i + 1]];
    const moved = around.some((each) => each && each.field === change.field && each.op !== 'same');
    return moved || (change.block >= 0 && keep(change.block));
  });
  const pieces: Piece[] = [];
  let field = '';
  changes.forEach((change, i) => {
    if (near[i]) {
      pieces.push({ kind: 'piece', change, heading: change.field !== field });
      field = change.field;
      return;
    }
    const last = pieces.at(-1);
    if (last?.kind === 'folded') last.count++;
    else pieces.push({ kind: 'folded', count: 1 });
  });
  return pieces;
}
