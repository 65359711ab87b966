import type { Node } from '@milkdown/kit/prose/model';
import { Decoration } from '@milkdown/kit/prose/view';
import { perBlock, type PerBlock } from '$features/body/plugins/perBlock';

/** Where the lines of a text begin. */
export type Direction = 'ltr' | 'rtl';

/**
 * Gives each top-level block a base direction: its first strong letter decides
 * (`dir="auto"`), and the edition's direction where it has none. Nested blocks get none: a `dir` of their
 * own would hide their letters from the list or quote around them. Also marks
 * figures that stand in a row, which readers see as a gallery.
 */
export function blockDirection(edition: () => Direction): PerBlock {
  return perBlock('blockDirection', (block, position, doc, index) => {
    const dir = /\p{L}/u.test(block.textContent) ? 'auto' : edition();
    const gallery = inGallery(block, doc, index) ? { class: 'in-gallery' } : {};
    const sign = `${dir} ${gallery.class ?? ''}`;
    return [Decoration.node(position, position + block.nodeSize, { dir, ...gallery }, { sign })];
  });
}

function inGallery(block: Node, doc: Node, index: number): boolean {
  if (block.type.name !== 'figure') return false;
  const beside = [doc.maybeChild(index - 1), doc.maybeChild(index + 1)];
  return beside.some((neighbour) => neighbour?.type === block.type);
}
