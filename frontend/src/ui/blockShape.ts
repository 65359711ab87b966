// The shape in which a compared block is shown: Markdown's marks for headings and tables
// are for the machine, and an editor compares words.
import { changedTable, type Run } from './tableChange';

export type Shape =
  | { kind: 'words'; parts: readonly Run[] }
  | { kind: 'heading'; level: number; parts: readonly Run[] }
  | { kind: 'table'; rows: Run[][][] };

const heading = /^(#{1,6})[ \t]+/;

/** Says how the parts of one block are shown; what is neither heading nor table is words as they are. */
export function shapeOf(parts: readonly Run[]): Shape {
  const first = parts[0];
  const marks = first?.op === 'same' || parts.length === 1 ? heading.exec(first?.text ?? '') : null;
  if (first && marks) {
    const rest = { op: first.op, text: first.text.slice(marks[0].length) };
    return { kind: 'heading', level: marks[1]?.length ?? 1, parts: [rest, ...parts.slice(1)] };
  }
  const rows = changedTable(parts);
  return rows ? { kind: 'table', rows } : { kind: 'words', parts };
}
