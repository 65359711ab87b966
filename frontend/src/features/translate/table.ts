// A table in a row of its own, in the Markdown of GitHub:
//
//   | Village | Wells |
//   | :-- | --: |
//   | Shindand | 12 |
//
// A | in the words of a cell has a backslash before it there, and none where it is typed.

import { isRule } from '$ui/tableChange';

/** How a column is set. */
export type Align = 'left' | 'right' | 'center' | undefined;

/** The words of a cell, and where they stand in the Markdown of the table. */
export interface Cell {
  text: string;
  start: number;
  end: number;
}

export interface Table {
  rows: Cell[][]; // the first is the head; each is as wide as that
  rule: string; // the line below the head
  aligns: Align[];
}

/** Reads a row that is nothing but one table; undefined for any other, and where reading would lose words. */
export function readTable(markdown: string): Table | undefined {
  const lines: { text: string; at: number }[] = [];
  for (let at = 0; at <= markdown.length; at += (lines.at(-1)?.text.length ?? 0) + 1) {
    const end = markdown.indexOf('\n', at);
    lines.push({ text: markdown.slice(at, end < 0 ? undefined : end), at });
  }
  while (lines.length > 0 && lines.at(-1)?.text.trim() === '') lines.pop();
  while (lines[0]?.text.trim() === '') lines.shift();
  const [head, below, ...body] = lines;
  if (!head?.text.includes('|') || !below || !isRule(below.text)) return undefined;
  const aligns = cellsOf(below.text, 0).map(({ text }) => alignOf(text));
  const rows = [head, ...body].map((line) => cellsOf(line.text, line.at));
  const full = rows.every((cells) => cells.slice(aligns.length).every(({ text }) => text === ''));
  if (rows[0]?.length !== aligns.length || !full || body.some((line) => !line.text.includes('|')))
    return undefined;
  const wide = rows.map((cells) => {
    const end = cells.at(-1)?.end ?? 0;
    return aligns.map((_, n) => cells[n] ?? { text: '', start: end, end });
  });
  return { rows: wide, rule: below.text.trim(), aligns };
}

/** Writes a table from the words of its cells. */
export function writeTable(rows: readonly (readonly string[])[], rule: string): string {
  const [head = [], ...body] = rows.map((cells) => `| ${cells.map(escaped).join(' | ')} |`);
  return [head, rule, ...body].join('\n');
}

/** The words of the cells of a table. */
export const wordsOf = (table: Table) => table.rows.map((cells) => cells.map((cell) => cell.text));

/** What a translation of a table begins with: as many cells, without words. */
export const emptied = (table: Table) =>
  writeTable(
    table.rows.map((cells) => cells.map(() => '')),
    table.rule,
  );

/** The place of a cell in which a place of the Markdown is: that of the last one that begins before it. */
export function cellAt(table: Table, place: number): { row: number; column: number } {
  let found = { row: 0, column: 0 };
  table.rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      if (cell.start <= place) found = { row, column };
    }),
  );
  return found;
}

/** A place in the words of a cell, of one in the Markdown. */
export function intoCell({ text, start }: Cell, place: number): number {
  let at = start;
  for (let n = 0; n < text.length; n++) {
    if (at >= place) return n;
    at += text[n] === '|' ? 2 : 1;
  }
  return text.length;
}

/** A place in the Markdown, of one in the words of a cell. */
export function outOfCell({ text, start }: Cell, place: number): number {
  return start + place + text.slice(0, place).split('|').length - 1;
}

/** The cells of a line; the words between the signs that part them, without the space around them. */
function cellsOf(line: string, at: number): Cell[] {
  const inner = /^\s*\|?/.exec(line)?.[0].length ?? 0;
  const cells: Cell[] = [];
  let from = inner;
  const cut = (to: number) => {
    const raw = line.slice(from, to);
    const start = from + (raw.trim() === '' ? Math.min(1, raw.length) : raw.length - raw.trimStart().length);
    const end = Math.max(start, from + raw.trimEnd().length);
    cells.push({ text: line.slice(start, end).replaceAll('\\|', '|'), start: at + start, end: at + end });
    from = to + 1;
  };
  for (let n = inner; n < line.length; n++) {
    if (line[n] === '|' && line[n - 1] !== '\\') cut(n);
  }
  if (line.slice(from).trim() !== '') cut(line.length);
  return cells;
}

const escaped = (text: string) =>
  text
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();

function alignOf(sign: string): Align {
  const [left, right] = [sign.startsWith(':'), sign.endsWith(':')];
  return left && right ? 'center' : right ? 'right' : left ? 'left' : undefined;
}
