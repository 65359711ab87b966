import {
  AllSelection,
  type Command,
  type EditorState,
  TextSelection,
  type Transaction,
} from '@milkdown/kit/prose/state';
import type { EditorView } from '@milkdown/kit/prose/view';

/** Types a text in the place of the selection; it takes the marks that stand there. */
export function typeText(text: string): Command {
  return (state, dispatch) => {
    if (!state.selection.$from.parent.isTextblock) return false;
    dispatch?.(state.tr.insertText(text).scrollIntoView());
    return true;
  };
}

/** Makes "everything is selected" a selection of all words, which has a first and a last block to work on. */
export function spanText(view: EditorView): void {
  const { doc, selection, tr } = view.state;
  if (!(selection instanceof AllSelection)) return;
  const words = TextSelection.between(doc.resolve(0), doc.resolve(doc.content.size));
  view.dispatch(tr.setSelection(words));
}

/** Puts words in the place of a stretch, formatted as its beginning is. */
export function replaceWords(state: EditorState, from: number, to: number, words: string): Transaction {
  const marks = state.doc.nodeAt(from)?.marks ?? [];
  return state.tr.replaceWith(from, to, state.schema.text(words, marks)).scrollIntoView();
}
