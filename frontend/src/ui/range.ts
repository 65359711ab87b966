// The arithmetic of a list of which only the rows in sight exist. All lengths in
// CSS pixels, all ranges half open: start ≤ i < end.

export interface Range {
  start: number;
  end: number;
}

/** The value, or the bound that it passed. */
export function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}

/** Rows that touch the window, and `extra` more on both sides so that scrolling shows no gap. */
export function visibleRows(
  scroll: number,
  height: number,
  rowHeight: number,
  total: number,
  extra: number,
): Range {
  if (total <= 0 || rowHeight <= 0) return { start: 0, end: 0 };
  const first = Math.floor(Math.max(0, scroll) / rowHeight);
  const last = Math.ceil((Math.max(0, scroll) + Math.max(0, height)) / rowHeight);
  const end = clamp(last + extra, 0, total);
  return { start: clamp(first - extra, 0, end), end };
}

/** Numbers of the pages of `size` rows that the range touches. */
export function pagesOf(range: Range, size: number): number[] {
  if (range.end <= range.start) return [];
  const first = Math.floor(range.start / size);
  const last = Math.floor((range.end - 1) / size);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Where to scroll to so that the row is whole in sight; the present place where it is already. */
export function scrollTo(row: number, scroll: number, height: number, rowHeight: number): number {
  const top = row * rowHeight;
  if (top < scroll) return top;
  if (top + rowHeight > scroll + height) return Math.max(0, top + rowHeight - height);
  return scroll;
}

/** The row that a key leads to from `row`; undefined where the key means nothing here. */
export function rowAfter(key: string, row: number, total: number, perScreen: number): number | undefined {
  const page = Math.max(1, perScreen - 1);
  const steps: Record<string, number> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + page,
    PageUp: row - page,
    Home: 0,
    End: total - 1,
  };
  const to = steps[key];
  if (to === undefined || total === 0) return undefined;
  return clamp(to, 0, total - 1);
}
