import { Plugin } from '@milkdown/kit/prose/state';
import type { EditorView } from '@milkdown/kit/prose/view';
import { replaceWords } from '$features/body/commands/text';
import { letter, Offers, reach, type Beginning, type Complete } from '$ui/Offers.svelte';

/** Words that are offered in the body, where `view` gives the editor. */
export function bodyOffers(view: () => EditorView | null, complete: () => Complete | undefined): Offers {
  return new Offers({
    field: () => view()?.dom ?? null,
    complete,
    beginning: () => beginningIn(view()),
    anchor: (typed) => {
      const open = view();
      return open
        ? open.coordsAtPos(open.state.selection.from - typed)
        : { left: 0, right: 0, top: 0, bottom: 0 };
    },
    take: ({ label, typed }) => {
      const open = view();
      if (!open) return;
      const { from } = open.state.selection;
      open.dispatch(replaceWords(open.state, from - typed, from, label));
      open.focus();
    },
  });
}

/** Tells the offers what is written, and gives them the keys while they are open. */
export function offerPlugin(offers: Offers): Plugin {
  return new Plugin({
    props: {
      handleKeyDown: (_view, event) => offers.key(event),
      handleDOMEvents: { blur: () => void offers.hide() },
    },
    view: () => ({
      update: (view, before) => {
        const { doc, selection } = view.state;
        if (before.doc !== doc && before.doc.content.size < doc.content.size) offers.typed();
        else if (before.doc !== doc || !before.selection.eq(selection)) offers.hide();
      },
      destroy: () => offers.hide(),
    }),
  });
}

function beginningIn(view: EditorView | null): Beginning | null {
  if (!view?.editable || view.composing || !view.hasFocus()) return null;
  const { $from, empty } = view.state.selection;
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code) return null;
  const { parent, parentOffset } = $from;
  const before = parent.textBetween(Math.max(0, parentOffset - reach), parentOffset, '', '\ufffc');
  const after = parent.textBetween(
    parentOffset,
    Math.min(parent.content.size, parentOffset + 2),
    '',
    '\ufffc',
  );
  if (!letter.test(before.slice(-1)) || letter.test(after.charAt(0))) return null;
  return { before, state: view.state.doc };
}
