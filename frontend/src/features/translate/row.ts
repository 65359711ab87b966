import type { Piece, RowDraft, TranslationRow } from '$lib/backend/types';

/** A row on the table. It is never changed, only replaced: what held it once holds it still. */
export interface Row extends Readonly<Omit<TranslationRow, 'key'>> {
  readonly key: string; // of this window; stays with the words whatever Go calls the row
  readonly given: string; // the target as Go gave it
  readonly done: boolean; // somebody said so here
}

/** Where a row stands as the translator sees it: what Go said, and what was done here since. */
export type Standing = 'done' | 'left' | 'missing' | 'stale' | 'gone' | 'extra';

let count = 0;

/** A key that no other row of this window has. */
export const newKey = () => `row-${++count}`;

/** A row of Go's, new on the table. */
export function rowOf({ key: _, ...row }: TranslationRow): Row {
  return { ...row, key: newKey(), given: row.target, done: false };
}

export const blank = (text: string) => text.trim() === '';

/** Tells texts apart that differ in more than their white space, which Go sets in order. */
export const even = (text: string) => text.trim().replace(/\s+/g, ' ');

/** Each block once, in order. */
export function onePiece(pieces: readonly Piece[]): Piece[] {
  return [...new Map(pieces.map((piece) => [piece.digest, piece])).values()];
}

export function standing(row: Row): Standing {
  const empty = blank(row.target);
  if (row.sources.length === 0) return row.done || row.state !== 'gone' ? 'extra' : 'gone';
  if (row.done) return empty ? 'left' : 'done';
  if (empty) return row.state === 'fresh' && blank(row.given) ? 'left' : 'missing';
  if (row.state === 'stale') return 'stale';
  return row.state === 'missing' && row.target === row.given ? 'missing' : 'done';
}

/** What Go is told of a row. */
export function wire(row: Row): RowDraft {
  const now = standing(row);
  return {
    sources: row.sources.map((piece) => piece.digest),
    links: [...row.links],
    target: row.target,
    done: now === 'done' || now === 'left' || (row.done && row.sources.length === 0),
  };
}

/** The body that the targets make. */
export function bodyOf(rows: readonly Row[]): string {
  return rows
    .map((row) => row.target.trim())
    .filter(Boolean)
    .join('\n\n');
}

/** How far a translation has come: rows with a source, those that are done, those whose source changed. */
export function progress(rows: readonly Row[]): { total: number; done: number; changed: number } {
  const all = rows.map(standing);
  return {
    total: rows.filter((row) => row.sources.length > 0).length,
    done: all.filter((each) => each === 'done' || each === 'left').length,
    changed: all.filter((each) => each === 'stale' || each === 'gone').length,
  };
}

/** Whether a row needs somebody. */
export const isOpen = (row: Row) => ['missing', 'stale', 'gone'].includes(standing(row));
