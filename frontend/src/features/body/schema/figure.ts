import { $nodeSchema, $remark } from '@milkdown/kit/utils';
import { isVideo } from '$features/body/schema/video';

/** The part of a Markdown tree that is looked at here. */
interface Tree {
  type: string;
  url?: string;
  value?: string;
  children?: Tree[];
}

/**
 * Turns a top-level paragraph that holds nothing but pictures into figures and
 * videos, one block each, so that they can carry editable fields. A gallery is
 * several figures in a row, so taking a paragraph of pictures apart keeps its meaning.
 */
export const figuresFromPictures = $remark('figuresFromPictures', () => () => (root) => {
  const tree = root as unknown as Tree;
  tree.children = tree.children?.flatMap((block) => figures(block) ?? [block]);
});

function figures(block: Tree): Tree[] | null {
  if (block.type !== 'paragraph') return null;
  const pictures: Tree[] = [];
  for (const child of block.children ?? []) {
    if (child.type === 'image') pictures.push(child);
    else if (!isGap(child)) return null;
  }
  if (!pictures.length) return null;
  return pictures.map((p) => ({ ...p, type: isVideo(p.url ?? '') ? 'video' : 'figure' }));
}

function isGap(node: Tree): boolean {
  return node.type === 'break' || (node.type === 'text' && !node.value?.trim());
}

/**
 * A picture or video that stands alone: `![alt](src "Caption © Credit")`. The
 * title is kept as it was written until somebody edits caption or credit.
 */
function standing(name: 'figure' | 'video') {
  return $nodeSchema(name, () => ({
    group: 'block',
    atom: true,
    draggable: true,
    isolating: true,
    marks: '',
    attrs: {
      src: { default: '', validate: 'string' },
      alt: { default: '', validate: 'string' },
      title: { default: '', validate: 'string' },
    },
    parseDOM: [
      {
        tag: `figure[data-${name}]`,
        getAttrs: (dom: HTMLElement) => ({
          src: dom.dataset[name] ?? '',
          alt: dom.dataset.alt ?? '',
          title: dom.dataset.title ?? '',
        }),
      },
    ],
    toDOM: ({ attrs }) => [
      'figure',
      { [`data-${name}`]: attrs.src, 'data-alt': attrs.alt, 'data-title': attrs.title },
      String(attrs.title || attrs.alt),
    ],
    parseMarkdown: {
      match: ({ type }) => type === name,
      runner: (state, node, type) => {
        state.addNode(type, {
          src: String(node.url ?? ''),
          alt: String(node.alt ?? ''),
          title: String(node.title ?? ''),
        });
      },
    },
    toMarkdown: {
      match: (node) => node.type.name === name,
      runner: (state, { attrs }) => {
        state.openNode('paragraph');
        state.addNode('image', undefined, undefined, {
          url: attrs.src,
          alt: attrs.alt,
          title: attrs.title || null,
        });
        state.closeNode();
      },
    },
  }));
}

export const figureSchema = standing('figure');
export const videoSchema = standing('video');
