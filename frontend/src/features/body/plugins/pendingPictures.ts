import { Plugin, PluginKey, type EditorState, type Transaction } from '@milkdown/kit/prose/state';
import { Decoration, DecorationSet } from '@milkdown/kit/prose/view';

interface Change {
  add?: { id: object; position: number };
  remove?: object;
}

const key = new PluginKey<DecorationSet>('pendingPictures');

/** Shows where a picture will stand while it is being taken into the archive. */
export function pendingPictures(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, previous) => {
        const set = previous.map(transaction.mapping, transaction.doc);
        const change = transaction.getMeta(key) as Change | undefined;
        if (change?.add) {
          const { id, position } = change.add;
          return set.add(transaction.doc, [Decoration.widget(position, sign, { id, side: 1 })]);
        }
        return change?.remove ? set.remove(found(set, change.remove)) : set;
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** Marks a position as waiting for a picture; `id` is any object of the caller's. */
export function awaitPicture(transaction: Transaction, id: object, position: number): Transaction {
  return transaction.setMeta(key, { add: { id, position } } satisfies Change);
}

/** Ends the waiting. */
export function settlePicture(transaction: Transaction, id: object): Transaction {
  return transaction.setMeta(key, { remove: id } satisfies Change);
}

/** Where the picture belongs by now, or null where that part of the text is gone. */
export function placeOfPicture(state: EditorState, id: object): number | null {
  const set = key.getState(state);
  return (set && found(set, id)[0]?.from) ?? null;
}

function found(set: DecorationSet, id: object): Decoration[] {
  return set.find(undefined, undefined, (spec) => spec.id === id);
}

function sign(): HTMLElement {
  const element = document.createElement('span');
  element.className = 'pending-picture';
  return element;
}
