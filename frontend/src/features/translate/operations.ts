// What can be done with rows: each takes the rows and gives new ones, with the row and
// the place in it where the work goes on, or undefined where it cannot be done.
import type { Piece } from '$lib/backend/types';
import { blank, newKey, onePiece, type Row } from './row';

/** New rows, and where the caret stands in them. */
export interface Done {
  rows: readonly Row[];
  key: string;
  caret: number;
}

const paragraph = '\n\n';

/**
 * Parts a row at the caret. A row of several source blocks becomes two rows: the
 * first block goes with the words before the caret, the others with those behind it.
 * A row of one source block stays one, with a second paragraph as its counterpart.
 */
export function split(rows: readonly Row[], key: string, caret: number): Done | undefined {
  const at = rows.findIndex((row) => row.key === key);
  const row = rows[at];
  if (!row) return undefined;
  const head = row.target.slice(0, caret).trimEnd();
  const tail = row.target.slice(caret).trimStart();
  if (row.sources.length < 2) {
    if (head === '' || tail === '') return undefined;
    const target = head + paragraph + tail;
    return { rows: rows.with(at, { ...row, target }), key, caret: head.length + paragraph.length };
  }
  const first = { ...row, ...part(row, row.sources.slice(0, 1)), target: head };
  const second = { ...row, ...part(row, row.sources.slice(1)), target: tail, key: newKey() };
  return { rows: rows.toSpliced(at, 1, first, second), key: second.key, caret: 0 };
}

// A part with no words is to be written: it neither was left out nor is a changed text.
function part(row: Row, sources: readonly Piece[]): Pick<Row, 'sources' | 'given' | 'tokens' | 'links'> {
  const digests = sources.map((piece) => piece.digest);
  return {
    sources: [...sources],
    links: row.state === 'stale' ? row.links : digests,
    tokens: row.tokens.filter((token) => sources.some((piece) => piece.source.includes(token))),
    given: row.given || ' ',
  };
}

/** Makes one row of a row and the next. Two paragraphs become one; other blocks stay apart. */
export function join(rows: readonly Row[], key: string): Done | undefined {
  const at = rows.findIndex((row) => row.key === key);
  const [row, next] = [rows[at], rows[at + 1]];
  if (!row || !next) return undefined;
  const [head, tail] = [row.target.trimEnd(), next.target.trimStart()];
  const between = head === '' || tail === '' ? '' : plain(row) && plain(next) ? ' ' : paragraph;
  const stale = row.state === 'stale' || next.state === 'stale';
  const joined: Row = {
    ...row,
    target: head + between + tail,
    given: row.given || next.given,
    sources: onePiece([...row.sources, ...next.sources]),
    links: [...new Set([...row.links, ...next.links])],
    state: stale ? 'stale' : blank(head) ? next.state : row.state,
    before: [row.before, next.before].filter(Boolean).join(paragraph),
    diff: [...row.diff, ...next.diff],
    tokens: [...new Set([...row.tokens, ...next.tokens])],
    done: row.done && next.done,
  };
  return { rows: rows.toSpliced(at, 2, joined), key, caret: head.length + between.length };
}

const plain = (row: Row) =>
  row.sources.every((piece) => piece.kind === 'paragraph') &&
  !/^\s*(#|>|[-*+] |\d+[.)] |!\[|\||```)/.test(row.target);

/** Moves a row up (-1) or down (1): the order of the translation, not of the source. */
export function move(rows: readonly Row[], key: string, by: -1 | 1): Done | undefined {
  const at = rows.findIndex((row) => row.key === key);
  const row = rows[at];
  if (!row || at + by < 0 || at + by >= rows.length) return undefined;
  return { rows: rows.toSpliced(at, 1).toSpliced(at + by, 0, row), key, caret: -1 };
}

/** Takes a row that has no source out of the translation. */
export function drop(rows: readonly Row[], key: string): Done | undefined {
  const at = rows.findIndex((row) => row.key === key);
  if (rows[at]?.sources.length !== 0) return undefined;
  const rest = rows.toSpliced(at, 1);
  return { rows: rest, key: rest[Math.min(at, rest.length - 1)]?.key ?? '', caret: -1 };
}

/** Writes into a row. */
export function write(rows: readonly Row[], key: string, target: string): readonly Row[] {
  const at = rows.findIndex((row) => row.key === key);
  const row = rows[at];
  return row && row.target !== target ? rows.with(at, { ...row, target }) : rows;
}

/** Says of a row that it is done; of one without words, that it needs none. */
export function finish(rows: readonly Row[], key: string): readonly Row[] {
  const at = rows.findIndex((row) => row.key === key);
  const row = rows[at];
  return row ? rows.with(at, { ...row, done: true }) : rows;
}

/** Takes back that a row is done or needs no words. */
export function reopen(rows: readonly Row[], key: string): readonly Row[] {
  const at = rows.findIndex((row) => row.key === key);
  const row = rows[at];
  // A blank that is not empty: nobody left it out on purpose.
  return row ? rows.with(at, { ...row, done: false, given: row.given || ' ' }) : rows;
}
