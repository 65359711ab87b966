import { Plugin, TextSelection } from '@milkdown/kit/prose/state';
import type { EditorView } from '@milkdown/kit/prose/view';
import { goToNote, goToReference } from '$features/body/commands/footnotes';

/** What a press on the text can lead to outside of it. */
export interface PointerOptions {
  openLink?: (address: string) => void;
}

/**
 * What the pointer does besides placing the caret: it goes between a note and
 * its reference, opens a link with Ctrl, and makes a paragraph below a last
 * block that no caret can stand behind.
 */
export function pointer({ openLink }: PointerOptions): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        mousedown: (view, event) => belowLast(view, event),
        click: (view, event) => {
          const target = event.target as HTMLElement;
          const link = target.closest('a[href]');
          if (!link) return onFootnote(view, target);
          event.preventDefault();
          if (event.ctrlKey || event.metaKey) openLink?.(link.getAttribute('href') ?? '');
          return false;
        },
      },
    },
  });
}

function onFootnote(view: EditorView, target: HTMLElement): boolean {
  const reference = target.closest<HTMLElement>('sup[data-type=footnote_reference]');
  const label = target.closest<HTMLElement>('dt')?.parentElement?.dataset.label;
  const go = reference ? goToNote(reference.dataset.label ?? '') : label ? goToReference(label) : null;
  if (!go) return false;
  view.focus();
  return go(view.state, view.dispatch);
}

function belowLast(view: EditorView, event: MouseEvent): boolean {
  const { doc, schema, tr } = view.state;
  const last = view.dom.lastElementChild?.getBoundingClientRect();
  if (!view.editable || event.target !== view.dom || !last || event.clientY <= last.bottom) return false;
  if (doc.lastChild?.type.name === 'paragraph') return false;
  const paragraph = schema.nodes.paragraph?.create();
  if (!paragraph) return false;
  event.preventDefault();
  tr.insert(doc.content.size, paragraph);
  view.dispatch(tr.setSelection(TextSelection.atEnd(tr.doc)).scrollIntoView());
  view.focus();
  return true;
}
