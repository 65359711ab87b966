import type { Node } from '@milkdown/kit/prose/model';

/** The Markdown of blocks that belong together, kept as long as these very blocks stand together. */
interface Written {
  blocks: Node[];
  markdown: string;
}

/**
 * Writes a document as Markdown and keeps what it wrote for every block.
 * Blocks are immutable, so a block that is still there needs no second
 * writing: at 10,000 words a save costs one paragraph, not all of them.
 *
 * Lists in a row are written together, since the second one takes another
 * bullet in order not to run into the first.
 */
export class BlockSerializer {
  readonly #serialize: (doc: Node) => string;
  readonly #written = new WeakMap<Node, Written>();

  constructor(serialize: (doc: Node) => string) {
    this.#serialize = serialize;
  }

  /** The Markdown of a document, without a line break at its end; "" for an empty one. */
  write(doc: Node): string {
    return runs(doc)
      .map((blocks) => this.#markdown(doc, blocks))
      .filter(Boolean)
      .join('\n\n');
  }

  #markdown(doc: Node, blocks: Node[]): string {
    const [first] = blocks;
    if (!first) return '';
    const known = this.#written.get(first);
    if (known?.blocks.length === blocks.length && known.blocks.every((b, i) => b === blocks[i])) {
      return known.markdown;
    }
    const markdown = this.#serialize(doc.type.create(null, blocks)).replace(/\n+$/, '');
    this.#written.set(first, { blocks, markdown });
    return markdown;
  }
}

function runs(doc: Node): Node[][] {
  const found: Node[][] = [];
  doc.forEach((block) => {
    if (block.type.name === 'paragraph' && !block.content.size) return;
    const run = found.at(-1);
    if (run && isList(block) && isList(run.at(-1))) run.push(block);
    else found.push([block]);
  });
  return found;
}

function isList(node: Node | undefined): boolean {
  return node?.type.name === 'bullet_list' || node?.type.name === 'ordered_list';
}
