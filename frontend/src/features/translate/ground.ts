// What rows stand on: the words above them, the fields that show them, and what is sent.
import type { RowDraft } from '$lib/backend/types';
import type { Known } from './reconcile';

/** Words of the edition that are no rows; they stand above them. */
export const heads = ['headline', 'summary', 'byline', 'translator'] as const;
export type Head = (typeof heads)[number];

/** Where the words outside the rows are kept, and who is told of a change. */
export interface Host {
  head(name: Head): string;
  changeHead(name: Head, words: string): void;
  /** A row was written in, or the rows are others. */
  changed(): void;
}

/** A field that is on the screen. */
export interface Field {
  focus(start?: number, end?: number): void;
  selection(): { start: number; end: number };
  replace(range: { start: number; end: number }, words: string): void;
}

/** What was sent to Go: the rows, the heads that are done, and the words by row to compare the answer with. */
export interface Sent {
  rows: RowDraft[];
  heads: Record<string, string>;
  known: Known;
}
