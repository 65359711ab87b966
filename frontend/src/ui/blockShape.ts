// The shape in which a compared block is shown: Markdown's marks for headings and tables
// are for the machine, and an editor compares words.

export interface Run {
  op: 'same' | 'add' | 'del';
  text: string;
}

/** A row of a table that is compared, cell by cell. */
export interface Row {
  cells: Run[][];
}

export type Shape =
  | { kind: 'words'; parts: Run[] }
  | { kind: 'heading'; level: number; parts: Run[] }
  | { kind: 'table'; rows: Row[] };

const heading = /^(#{1,6})[ \t]+/;
const delimiter = /^[\s|:-]+$/;

/** Says how the parts of one block are shown; what is neither heading nor table is words as they are. */
export function shapeOf(parts: Run[]): Shape {
  const first = parts[0];
  const marks = first?.op === 'same' || parts.length === 1 ? heading.exec(first?.text ?? '') : null;
  if (first && marks) {
    const rest = { op: first.op, text: first.text.slice(marks[0].length) };
    return { kind: 'heading', level: (marks[1] ?? '').length, parts: [rest, ...parts.slice(1)] };
  }
  const rows = isTable(parts, 'del') && isTable(parts, 'add') ? rowsOf(parts) : [];
  return rows.length > 0 ? { kind: 'table', rows } : { kind: 'words', parts };
}

/** Whether the text without the parts of one kind, so the newer or the older one, is a table (or empty). */
function isTable(parts: Run[], without: Run['op']): boolean {
  const text = parts
    .flatMap((part) => (part.op === without ? [] : [part.text]))
    .join('')
    .trim();
  if (text === '') return true;
  const lines = text.split('\n');
  return (
    lines.length > 1 && lines.every((line) => line.trim().startsWith('|')) && delimiter.test(lines[1] ?? '')
  );
}

/** Cuts the parts at the ends of lines and at the bars between cells; the line under the head is left out. */
function rowsOf(parts: Run[]): Row[] {
  const lines: Run[][] = [[]];
  for (const { op, text } of parts) {
    text.split('\n').forEach((piece, n) => {
      if (n > 0) lines.push([]);
      if (piece !== '') lines.at(-1)?.push({ op, text: piece });
    });
  }
  return lines
    .filter((line) => line.length > 0 && !delimiter.test(line.map((run) => run.text).join('')))
    .map((line) => ({ cells: cellsOf(line) }));
}

function cellsOf(line: Run[]): Run[][] {
  const cells: Run[][] = [[]];
  for (const { op, text } of line) {
    text.split(/(?<!\\)\|/).forEach((piece, n) => {
      if (n > 0) cells.push([]);
      const words = piece.replaceAll('\\|', '|');
      if (words !== '') cells.at(-1)?.push({ op, text: words });
    });
  }
  return trimmed(cells);
}

/** Leaves out what stands before the first bar and after the last. */
function trimmed(cells: Run[][]): Run[][] {
  const empty = (cell?: Run[]) => cell?.every((run) => run.text.trim() === '') ?? false;
  return cells.slice(empty(cells[0]) ? 1 : 0, empty(cells.at(-1)) ? -1 : undefined);
}
