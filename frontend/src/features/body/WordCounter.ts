import type { Node } from '@milkdown/kit/prose/model';
import { countWords } from '$lib/text';

/** Counts the words of documents; blocks that it has counted are not counted again. */
export class WordCounter {
  readonly #counted = new WeakMap<Node, number>();

  /** The words of all blocks, captions and titles included. */
  count(doc: Node): number {
    let sum = 0;
    doc.forEach((block) => {
      const known = this.#counted.get(block) ?? countWords(textOf(block));
      this.#counted.set(block, known);
      sum += known;
    });
    return sum;
  }
}

function textOf(block: Node): string {
  if (block.isAtom) return `${block.attrs.title ?? ''}`;
  return block.textBetween(0, block.content.size, ' ', ' ');
}
