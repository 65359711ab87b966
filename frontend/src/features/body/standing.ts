import type { EditorView } from '@milkdown/kit/prose/view';

/** A top-level block of the text: its place and its words, in which a space stands for what is no letter. */
export interface Standing {
  at: number;
  words: string;
}

/** The block that the caret is in; undefined where that has no words. */
export function standing({ state: { doc, selection } }: EditorView): Standing | undefined {
  if (doc.childCount === 0) return undefined;
  const at = Math.min(selection.$from.index(0), doc.childCount - 1);
  const block = doc.child(at);
  const words = block.textBetween(0, block.content.size, '\n', ' ').trim();
  return words ? { at, words } : undefined;
}

/** Brings a block into sight and marks it for a moment. */
export function reveal(view: EditorView, at: number): void {
  const element = view.dom.children[at];
  if (!(element instanceof HTMLElement)) return;
  element.scrollIntoView({ block: 'center' });
  element.animate(
    [{ backgroundColor: 'var(--color-accent-wash)' }, { backgroundColor: 'transparent' }],
    1600,
  );
}
