import { imageSchema } from '@milkdown/kit/preset/commonmark';

/**
 * A picture in a line of text. Replaces Milkdown's own schema, which loses a
 * picture without a title, and never puts an address into `src`: what a node
 * view does not show is not loaded.
 */
export const pictureSchema = imageSchema.extendSchema((previous) => (ctx) => {
  const base = previous(ctx);
  return {
    ...base,
    parseDOM: [
      {
        tag: 'span[data-picture]',
        getAttrs: (dom) => ({
          src: dom.dataset.picture ?? '',
          alt: dom.textContent,
          title: dom.dataset.title ?? '',
        }),
      },
    ],
    toDOM: ({ attrs }) => [
      'span',
      { 'data-picture': attrs.src, 'data-title': attrs.title },
      String(attrs.alt),
    ],
    parseMarkdown: {
      match: base.parseMarkdown.match,
      runner: (state, node, type) => {
        state.addNode(type, {
          src: String(node.url ?? ''),
          alt: String(node.alt ?? ''),
          title: String(node.title ?? ''),
        });
      },
    },
    toMarkdown: {
      match: base.toMarkdown.match,
      runner: (state, { attrs }) => {
        state.addNode('image', undefined, undefined, {
          url: attrs.src,
          alt: attrs.alt,
          title: attrs.title || null,
        });
      },
    },
  };
});
