import { toggleMark } from '@milkdown/kit/prose/commands';
import type { Mark, MarkType } from '@milkdown/kit/prose/model';
import { type Command, type EditorState, TextSelection } from '@milkdown/kit/prose/state';
import { nodeType } from '$features/body/commands/blocks';

/** The mark type of a name; the schema always has it. */
export function markType(state: EditorState, name: string): MarkType {
  const type = state.schema.marks[name];
  if (!type) throw new Error(`the schema has no ${name}`);
  return type;
}

/** Switches a mark on or off. */
export function toggle(name: string): Command {
  return (state, dispatch) => toggleMark(markType(state, name))(state, dispatch);
}

/** Whether what is typed or selected carries a mark. */
export function isMarked(state: EditorState, name: string): boolean {
  const { from, to, $from, empty } = state.selection;
  const type = markType(state, name);
  if (empty) return Boolean(type.isInSet(state.storedMarks ?? $from.marks()));
  return state.doc.rangeHasMark(from, to, type);
}

/** Takes away bold, italic, strikethrough and code, and makes headings paragraphs. Links stay. */
export const clearFormatting: Command = (state, dispatch) => {
  if (!dispatch) return true;
  const transaction = state.tr;
  const { $from, $to, empty } = state.selection;
  const from = empty ? $from.start() : $from.pos;
  const to = empty ? $to.end() : $to.pos;
  for (const name of ['strong', 'emphasis', 'strike_through', 'inlineCode']) {
    transaction.removeMark(from, to, markType(state, name));
  }
  state.doc.nodesBetween(from, to, (node, position) => {
    if (node.type.name === 'heading') transaction.setNodeMarkup(position, nodeType(state, 'paragraph'), null);
  });
  dispatch(transaction.setStoredMarks([]));
  return true;
};

/** A link and where it stands. */
export interface LinkRange {
  from: number;
  to: number;
  text: string;
  href: string;
}

/** The link at the caret or at the start of the selection; else the selected words with an empty address. */
export function linkAt(state: EditorState): LinkRange {
  const { $from, from, to } = state.selection;
  const type = markType(state, 'link');
  const { parent } = $from;
  const index = $from.index();
  const mark = [parent.maybeChild(index), parent.maybeChild($from.textOffset ? index : index - 1)]
    .map((node) => node && type.isInSet(node.marks))
    .find(Boolean);
  const range = mark ? extent(state, mark) : { from, to };
  const text = state.doc.textBetween(range.from, range.to, ' ');
  return { ...range, text, href: String(mark?.attrs.href ?? '') };
}

function extent(state: EditorState, mark: Mark): { from: number; to: number } {
  const { $from } = state.selection;
  let from = -1;
  let to = -1;
  $from.parent.forEach((node, offset) => {
    const start = $from.start() + offset;
    const carries = mark.isInSet(node.marks);
    if (carries && (from < 0 || to < $from.pos) && start <= $from.pos) {
      if (to !== start) from = start;
      to = start + node.nodeSize;
    } else if (carries && to === start) {
      to = start + node.nodeSize;
    }
  });
  return { from, to };
}

/** Writes a link over a range; other marks of the words stay. */
export function setLink(range: LinkRange, text: string, href: string): Command {
  return (state, dispatch) => {
    const type = markType(state, 'link');
    const transaction = state.tr;
    let { to } = range;
    if (text !== range.text) {
      transaction.insertText(text, range.from, range.to);
      to = range.from + text.length;
    }
    transaction.removeMark(range.from, to, type).addMark(range.from, to, type.create({ href }));
    transaction.setSelection(TextSelection.create(transaction.doc, to)).removeStoredMark(type);
    dispatch?.(transaction.scrollIntoView());
    return true;
  };
}

/** Takes the link away and leaves its words. */
export function removeLink(range: LinkRange): Command {
  return (state, dispatch) => {
    dispatch?.(state.tr.removeMark(range.from, range.to, markType(state, 'link')));
    return true;
  };
}
