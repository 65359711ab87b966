import { NodeSelection, Plugin } from '@milkdown/kit/prose/state';
import type { EditorView } from '@milkdown/kit/prose/view';
import { matches, parseCombo } from '$lib/keys/combo';
import { leaveNote } from '$features/body/commands/footnotes';
import { typeText } from '$features/body/commands/text';
import type { Direction } from '$features/body/plugins/direction';

/** A shortcut and what it does; false lets the key go on. */
export interface Shortcut {
  keys: string;
  run: (view: EditorView) => boolean;
}

/**
 * The shortcuts of the editor. They match the place of a key as well as what it
 * types, so Ctrl-B is bold on a Persian board too.
 */
export function shortcuts(list: Shortcut[]): Plugin {
  const combos = list.map(({ keys, run }) => ({ combo: parseCombo(keys), run }));
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        // AltGr types letters; on Windows it says that it is Ctrl and Alt.
        if (event.isComposing || event.getModifierState('AltGraph')) return false;
        const taken = combos.find(({ combo, run }) => matches(combo, event) && run(view));
        if (!taken) return false;
        event.preventDefault();
        event.stopPropagation(); // the app's own shortcuts come second
        return true;
      },
    },
  });
}

/**
 * Shift-Space types ZWNJ, as on a Persian board, where the text runs from right
 * to left. Elsewhere it stays a space: nobody writing English wants a character
 * that cannot be seen. Mod-Enter leads from a note back into the text, Enter on
 * a selected figure into its caption.
 */
export function writingKeys(edition: () => Direction): Plugin {
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
        if (event.code === 'Space' && event.shiftKey && plain && edition() === 'rtl') {
          event.preventDefault();
          return typeText('\u200c')(view.state, view.dispatch);
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          return leaveNote(view.state, view.dispatch);
        }
        if (event.key === 'Enter' && view.state.selection instanceof NodeSelection) {
          return enterFields(view, view.state.selection.from);
        }
        return false;
      },
    },
  });
}

function enterFields(view: EditorView, position: number): boolean {
  const shown = view.nodeDOM(position);
  const field = shown instanceof HTMLElement && shown.querySelector<HTMLElement>('textarea,input');
  if (!field) return false;
  field.focus();
  return true;
}
