import type { Node } from '@milkdown/kit/prose/model';
import { type Command, type EditorState, TextSelection } from '@milkdown/kit/prose/state';
import {
  addColumnAfter,
  addColumnBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
  selectedRect,
} from '@milkdown/kit/prose/tables';
import { nodeType, placeBlocks } from '$features/body/commands/blocks';

/** Where the text of a column stands: GFM says left for the start of a line, right for its end. */
export type ColumnEdge = 'left' | 'center' | 'right';

/** Puts a table at the top level, its first row a heading, and the caret into its first cell. */
export function insertTable(rows = 3, columns = 3): Command {
  return (state, dispatch) => {
    if (isInTable(state)) return false;
    const header = nodeType(state, 'table_header_row').create(null, cells(state, 'table_header', columns));
    const body = Array.from({ length: rows - 1 }, () => row(state, columns));
    const table = nodeType(state, 'table').create(null, [header, ...body]);
    const { transaction, before, after } = placeBlocks(state, state.selection.from, [table]);
    if (after === transaction.doc.content.size)
      transaction.insert(after, nodeType(state, 'paragraph').create());
    transaction.setSelection(TextSelection.near(transaction.doc.resolve(before + 1)));
    dispatch?.(transaction.scrollIntoView());
    return true;
  };
}

function row(state: EditorState, columns: number): Node {
  return nodeType(state, 'table_row').create(null, cells(state, 'table_cell', columns));
}

function cells(state: EditorState, name: string, count: number): Node[] {
  return Array.from({ length: count }, () => {
    const cell = nodeType(state, name).createAndFill();
    if (!cell) throw new Error(`a ${name} cannot be empty`);
    return cell;
  });
}

/** Adds a row below or above the selected cells; above the heading there is none. */
export function addRow(side: 'before' | 'after'): Command {
  return (state, dispatch) => {
    if (!isInTable(state)) return false;
    const rect = selectedRect(state);
    const index = side === 'before' ? Math.max(rect.top, 1) : rect.bottom;
    let position = rect.tableStart;
    for (let i = 0; i < index; i += 1) position += rect.table.child(i).nodeSize;
    const transaction = state.tr.insert(position, row(state, rect.map.width));
    transaction.setSelection(TextSelection.near(transaction.doc.resolve(position + 1)));
    dispatch?.(transaction.scrollIntoView());
    return true;
  };
}

/** Removes the selected rows. The heading row stays, since a Markdown table has one; with the last row below it the table goes. */
export const removeRow: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  const rect = selectedRect(state);
  if (rect.top === 0) return false;
  const all = rect.bottom - rect.top === rect.map.height - 1;
  return (all ? deleteTable : deleteRow)(state, dispatch);
};

export { addColumnAfter, addColumnBefore, deleteTable as removeTable, isInTable };

/** Removes the selected columns, and with the last one the table. */
export const removeColumn: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  const rect = selectedRect(state);
  const all = rect.right - rect.left === rect.map.width;
  return (all ? deleteTable : deleteColumn)(state, dispatch);
};

/** Aligns the selected columns; asked for again, they stand as their text runs. */
export function alignColumn(alignment: ColumnEdge): Command {
  return (state, dispatch) => {
    if (!isInTable(state)) return false;
    const { map, table, tableStart, left, right } = selectedRect(state);
    const wanted = isAligned(state, alignment) ? null : alignment;
    const transaction = state.tr;
    for (const position of map.cellsInRect({ left, right, top: 0, bottom: map.height })) {
      const cell = table.nodeAt(position);
      transaction.setNodeMarkup(tableStart + position, null, { ...cell?.attrs, alignment: wanted });
    }
    dispatch?.(transaction);
    return true;
  };
}

/** Whether the first selected column is aligned so. */
export function isAligned(state: EditorState, alignment: ColumnEdge): boolean {
  if (!isInTable(state)) return false;
  const { map, table, left } = selectedRect(state);
  const head = map.map[left];
  return head !== undefined && table.nodeAt(head)?.attrs.alignment === alignment;
}
