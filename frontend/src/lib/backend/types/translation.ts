// A translation: an edition beside the edition that it is made from, row by row.
import type { DiffPart, Edition, Lang, Text } from '$lib/backend/types';

/** A block of a body. Digests name blocks: two equal blocks of one text have two (the second ends in "~2"). */
export interface Piece {
  digest: string;
  kind: string;
  source: string;
  text: string;
  html: string; /* safe; as the site shows it, pictures by media/HASH */
}

/** Where a row stands. `missing`: to be written. `gone`: what it translates is no longer there. `extra`: it translates nothing. */
export type RowState = 'missing' | 'fresh' | 'stale' | 'gone' | 'extra';

/** Blocks of the source that belong to blocks of the translation, in the order of the translation; a missing block stands after the row of the block before it. */
export interface TranslationRow {
  key: string;
  state: RowState;
  sources: Piece[]; // as they are today; none of a row that is gone or extra
  links: string[]; // digests of the blocks that the target is a translation of; of a stale row, of how they were then
  target: string; // Markdown, one block or several. A missing row may have a target: the figure, video or table to be filled. A fresh row without one was left out on purpose
  before: string; // what the source said when it was translated; stale and gone rows only
  diff: DiffPart[]; // from before to what the sources say now, word by word; stale rows only
  tokens: string[]; // Markdown of the links, pictures and videos of the sources, to insert
}

/** The headline or the summary of both texts. */
export interface TranslationHead {
  name: 'headline' | 'summary';
  stale: boolean; // the source's has changed since it was translated
  link: string; // digest of what the translation's translates; "" where nobody has said
  now: string; // digest of what the source says now
  before: string; // what the source said when it was translated; stale ones only
  diff: DiffPart[]; // from before to what it says now; stale ones only
}

export interface Translation {
  edition: Edition;
  source: Edition; // its newest revision, without what is still being typed in it
  from: Lang;
  froms: Lang[]; // languages that it can be made from
  heads: TranslationHead[];
  rows: TranslationRow[];
  guessed: boolean; // nobody has linked the two yet: the rows are a guess, recorded with the next save
  stale: number; // heads stale, rows stale or gone
  missing: number;
  mayMarkSame: boolean;
}

/**
 * A row to be saved. What becomes of the link of a target with words: `done` says that it translates `sources` as they
 * are shown; else it goes on translating `links`. Of a target without words (none, or a picture without
 * its caption) `done` says that they are left out on purpose.
 * Rows that are fresh are sent as done, but for one whose words were deleted: it is missing until somebody says that it
 * is left out on purpose. A row that was split sends `sources` and `links` in both parts; of rows that were
 * joined, both are joined.
 */
export interface RowDraft {
  sources: string[];
  links: string[];
  target: string;
  done: boolean;
}

/**
 * What a translation says, to keep or to save. The body of `fields` is not looked at: it is the targets of `rows`.
 * `heads`: for each head that is done, or was fresh and has words, the digest of what the source said on the screen.
 */
export interface TranslationDraft {
  from: Lang;
  base: string[];
  fields: Text;
  rows: RowDraft[];
  heads: Record<string, string>;
}
