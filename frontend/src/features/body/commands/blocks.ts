import { lift, setBlockType, wrapIn } from '@milkdown/kit/prose/commands';
import { closeHistory } from '@milkdown/kit/prose/history';
import type { Node, ResolvedPos } from '@milkdown/kit/prose/model';
import { type Command, type EditorState, NodeSelection, TextSelection } from '@milkdown/kit/prose/state';

/** The depth of the nearest ancestor with one of these names, or 0. */
export function depthOf(position: ResolvedPos, ...names: string[]): number {
  let depth = position.depth;
  while (depth > 0 && !names.includes(position.node(depth).type.name)) depth -= 1;
  return depth;
}

/** Whether the selection is inside a node of this name, with these attributes. */
export function isInside(state: EditorState, name: string, attrs: Record<string, unknown> = {}): boolean {
  const { $from } = state.selection;
  const depth = depthOf($from, name);
  if (!depth) return false;
  return Object.entries(attrs).every(([key, value]) => $from.node(depth).attrs[key] === value);
}

/** Turns the selected blocks into plain paragraphs. */
export const toParagraph: Command = (state, dispatch) =>
  setBlockType(nodeType(state, 'paragraph'))(state, dispatch);

/** Turns the selected blocks into headings of a level, or back. */
export function toggleHeading(level: number): Command {
  return (state, dispatch) => {
    if (isInside(state, 'heading', { level })) return toParagraph(state, dispatch);
    return setBlockType(nodeType(state, 'heading'), { level })(state, dispatch);
  };
}

/** Puts the selected blocks into a quote, or takes them out of it. */
export const toggleQuote: Command = (state, dispatch) => {
  const depth = depthOf(state.selection.$from, 'blockquote');
  if (!depth) return wrapIn(nodeType(state, 'blockquote'))(state, dispatch);
  return lift(state, dispatch);
};

/** Puts a block after the block with the caret, or in its place where that is empty, and the caret behind it. */
export function insertBlock(make: (state: EditorState) => Node): Command {
  return (state, dispatch) => {
    if (!dispatch) return true;
    const { transaction, after } = placeBlocks(state, state.selection.from, [make(state)]);
    if (!transaction.doc.nodeAt(after)?.isTextblock)
      transaction.insert(after, nodeType(state, 'paragraph').create());
    transaction.setSelection(TextSelection.near(transaction.doc.resolve(after + 1)));
    dispatch(transaction.scrollIntoView());
    return true;
  };
}

/** Puts blocks at the top level beside a position, or in the place of an empty paragraph; returns where they begin and end. */
export function placeBlocks(state: EditorState, position: number, blocks: Node[]) {
  const $at = state.doc.resolve(Math.min(position, state.doc.content.size));
  const here = $at.depth ? $at.node(1) : null;
  const transaction = closeHistory(state.tr); // undone by itself, not with what was typed before
  const empty = here?.type.name === 'paragraph' && !here.content.size;
  const from = !$at.depth ? $at.pos : empty ? $at.before(1) : $at.after(1);
  const to = empty ? $at.after(1) : from;
  transaction.replaceWith(from, to, blocks);
  const size = blocks.reduce((sum, block) => sum + block.nodeSize, 0);
  return { transaction, before: from, after: from + size };
}

/** Draws a line between two parts of the text. */
export const insertRule: Command = insertBlock((state) => nodeType(state, 'hr').create());

/** Whether a figure or video is selected as a whole. */
export function isBlockSelected({ selection }: EditorState): boolean {
  return selection instanceof NodeSelection && selection.node.isBlock;
}

/** A node type of the document's schema, which always has it. */
export function nodeType(state: EditorState, name: string) {
  const type = state.schema.nodes[name];
  if (!type) throw new Error(`the schema has no ${name}`);
  return type;
}
