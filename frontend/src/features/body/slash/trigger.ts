import { type EditorState, Plugin, type Transaction } from '@milkdown/kit/prose/state';
import type { EditorView } from '@milkdown/kit/prose/view';

/** A slash at the start of a paragraph, and what was typed behind it. */
export interface Trigger {
  from: number;
  to: number;
  query: string;
}

/** Reads the trigger at the caret: the paragraph holds a slash and one word, and the caret stands behind it. */
export function triggerAt({ selection }: EditorState): Trigger | null {
  const { $from, empty } = selection;
  if (!empty || $from.parent.type.name !== 'paragraph' || $from.depth !== 1) return null;
  const text = $from.parent.textContent;
  if (!/^\/[^\s/]{0,24}$/.test(text) || $from.parentOffset !== text.length) return null;
  return { from: $from.start(), to: $from.pos, query: text.slice(1) };
}

/** Removes what was typed for the menu. */
export function eraseTrigger(state: EditorState, { from, to }: Trigger): Transaction {
  return state.tr.delete(from, to);
}

/** The menu, as the keyboard sees it. */
export interface SlashKeys {
  readonly open: boolean;
  /** Takes a key of the open menu; false lets it go on. */
  key(event: KeyboardEvent): boolean;
  /** Reads the trigger again after a change. */
  follow(view: EditorView, typed: boolean): void;
}

/** Opens the menu when a slash is typed, and sends it the keys while it is open. */
export function slashPlugin(menu: SlashKeys): Plugin {
  return new Plugin({
    props: { handleKeyDown: (_view, event) => menu.open && menu.key(event) },
    view: () => ({
      update: (view, previous) => menu.follow(view, previous.doc !== view.state.doc),
    }),
  });
}
