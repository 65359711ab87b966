/** One step in a table: along the line of reading is +1 column. */
export interface Step {
  row: number;
  column: number;
}

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;
type Cell = Pick<HTMLInputElement, 'value' | 'selectionStart' | 'selectionEnd' | 'dir'>;

/**
 * Where a key leads from a cell that is being written; null where it stays inside.
 * Sideways the text cursor has to stand at the end that the arrow points to, which
 * depends on the direction of the cell's own text. rtl: the table runs right to left.
 */
export function step(event: Key, cell: Cell, rtl: boolean): Step | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  switch (event.key) {
    case 'ArrowUp':
      return { row: -1, column: 0 };
    case 'ArrowDown':
      return { row: 1, column: 0 };
    case 'Enter':
      return { row: event.shiftKey ? -1 : 1, column: 0 };
    case 'ArrowLeft':
    case 'ArrowRight':
      return event.shiftKey || !atEdge(event.key, cell)
        ? null
        : { row: 0, column: (event.key === 'ArrowRight') === rtl ? -1 : 1 };
  }
  return null;
}

function atEdge(key: string, { value, selectionStart, selectionEnd, dir }: Cell): boolean {
  if (selectionStart !== selectionEnd && value !== '') return false;
  const towardEnd = (key === 'ArrowRight') === (dir !== 'rtl');
  return selectionStart === (towardEnd ? value.length : 0);
}
