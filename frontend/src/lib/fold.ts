// Comparisons are long where little changed: what did not is left out.
import type { DiffBlock } from './backend/types';

/** A block to show, with the name of its field above where a new field begins; or a count of unchanged blocks left out. */
export type Piece<B extends DiffBlock> =
  { kind: 'block'; block: B; heading: boolean } | { kind: 'folded'; count: number };

/**
 * Leaves out what did not change, apart from one block on either side of a change and
 * those that `keep` wants. A comparison in which nothing changed comes out as one folded
 * piece.
 */
export function fold<B extends DiffBlock>(
  blocks: B[],
  keep: (block: B) => boolean = () => false,
): Piece<B>[] {
  const near = blocks.map((block, i) =>
    [blocks[i - 1], block, blocks[i + 1]].some(
      (each) => each && each.field === block.field && each.op !== 'same',
    ),
  );
  const pieces: Piece<B>[] = [];
  let field = '';
  blocks.forEach((block, i) => {
    if (near[i] || keep(block)) {
      pieces.push({ kind: 'block', block, heading: block.field !== field });
      field = block.field;
      return;
    }
    const last = pieces.at(-1);
    if (last?.kind === 'folded') last.count++;
    else pieces.push({ kind: 'folded', count: 1 });
  });
  return pieces;
}
