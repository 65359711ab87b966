import { Plugin } from '@milkdown/kit/prose/state';
import { Decoration, DecorationSet } from '@milkdown/kit/prose/view';
import { lonelyNotes, removeFootnote } from '$features/body/commands/footnotes';

/**
 * Footnotes that belong to their references: Backspace and Delete take both away.
 * A note whose reference went in another way (cut to be put elsewhere, say) stays,
 * and is marked, since readers do not see it.
 */
export function footnotes(hint: () => string): Plugin<DecorationSet> {
  const plugin: Plugin<DecorationSet> = new Plugin<DecorationSet>({
    state: {
      init: (_config, state) => marks(state.doc, hint),
      apply: (transaction, before) => (transaction.docChanged ? marks(transaction.doc, hint) : before),
    },
    props: {
      decorations: (state) => plugin.getState(state),
      handleKeyDown: (view, event) => {
        if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return false;
        const side = { Backspace: 'before', Delete: 'after' } as const;
        const taken = side[event.key as keyof typeof side];
        return taken ? removeFootnote(taken)(view.state, view.dispatch) : false;
      },
    },
  });
  return plugin;
}

function marks(doc: Parameters<typeof lonelyNotes>[0], hint: () => string): DecorationSet {
  const lonely = lonelyNotes(doc).map(({ node, from }) =>
    Decoration.node(from, from + node.nodeSize, { class: 'lonely', title: hint() }),
  );
  return DecorationSet.create(doc, lonely);
}
