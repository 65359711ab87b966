import { defaultHandlers, type Handle } from 'mdast-util-to-markdown';

interface Around {
  type: string;
  children: unknown[];
}

/**
 * A space at the end of a paragraph is still being typed and is not written:
 * the stock handler would write `&#x20;`.
 */
const text: Handle = (node: { value: string }, parent: Around | undefined, state, info) => {
  if (parent?.type !== 'paragraph' && parent?.type !== 'heading') return state.safe(node.value, info);
  let { value } = node;
  if (parent.children[0] === node) value = value.replace(/^[ \t]+/, '');
  if (parent.children.at(-1) === node) value = value.replace(/[ \t]+$/, '');
  return state.safe(value, info);
};

/**
 * How the editor writes Markdown where it differs from Milkdown. The stock
 * handlers write bold beside punctuation as a character reference; Milkdown's
 * own lose it there: گفت**«نقل»**را.
 */
export const handlers: Record<string, Handle> = {
  strong: defaultHandlers.strong,
  emphasis: defaultHandlers.emphasis,
  text,
};
