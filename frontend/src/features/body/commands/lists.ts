import type { ResolvedPos } from '@milkdown/kit/prose/model';
import { liftListItem, wrapInList } from '@milkdown/kit/prose/schema-list';
import type { Command, EditorState, Transaction } from '@milkdown/kit/prose/state';
import { depthOf, nodeType } from '$features/body/commands/blocks';

/** Bulleted, numbered, or bulleted with a box to tick. */
export type ListKind = 'bullets' | 'numbers' | 'tasks';

/** The kind of the innermost list around the selection, or null. */
export function listKind(state: EditorState): ListKind | null {
  const { $from } = state.selection;
  const depth = listDepth($from);
  if (!depth) return null;
  if ($from.node(depth).type.name === 'ordered_list') return 'numbers';
  const item = depth < $from.depth ? $from.node(depth + 1) : $from.node(depth).firstChild;
  return item?.attrs.checked === null ? 'bullets' : 'tasks';
}

/** Makes a list of the selected blocks, changes its kind, or takes them out of it where it is of this kind already. */
export function toggleList(kind: ListKind): Command {
  return (state, dispatch) => {
    const current = listKind(state);
    if (current === kind) return liftListItem(nodeType(state, 'list_item'))(state, dispatch);
    if (current) return changeKind(state, kind, dispatch);
    const list = nodeType(state, kind === 'numbers' ? 'ordered_list' : 'bullet_list');
    return wrapInList(list)(state, dispatch && ((made) => dispatch(box(made, kind))));
  };
}

function changeKind(state: EditorState, kind: ListKind, dispatch?: (t: Transaction) => void): boolean {
  if (!dispatch) return true;
  const { $from } = state.selection;
  const position = $from.before(listDepth($from));
  const type = nodeType(state, kind === 'numbers' ? 'ordered_list' : 'bullet_list');
  const transaction = state.tr.setNodeMarkup(position, type, null);
  dispatch(box(transaction, kind));
  return true;
}

/** Gives the items of the innermost list at the selection a box, or takes it away. */
function box(transaction: Transaction, kind: ListKind): Transaction {
  const { $from } = transaction.selection;
  const depth = listDepth($from);
  if (!depth) return transaction;
  $from.node(depth).forEach((item, offset) => {
    const checked = kind === 'tasks' ? Boolean(item.attrs.checked) : null;
    transaction.setNodeAttribute($from.start(depth) + offset, 'checked', checked);
  });
  return transaction;
}

function listDepth(position: ResolvedPos): number {
  return depthOf(position, 'bullet_list', 'ordered_list');
}
