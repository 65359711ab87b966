// What the newsroom said before, and what goes to other translators' programs and comes back.
import type { DiffPart, Stretch, WireError } from '$lib/backend/types';

/** Something remembered: the edition, headline and time are "" where it comes from a file. */
export interface Remembered {
  edition: string;
  headline: string;
  time: string;
}

/** What was said for a block that is like the one asked for. */
export interface Match extends Remembered {
  source: string; // the block then; Markdown
  target: string; // Markdown to insert
  score: number; // of 100; 100 = the same, 99 = the same words
  diff: DiffPart[]; // from source to the block asked for; none where they are the same
}

/** A place where words were used. */
export interface Use extends Remembered {
  source: Stretch[];
  target: string;
  insert: string; /* the target in Markdown */
}

export interface MemoryState {
  passages: number /* each counted in every language */;
  waiting: number; /* stories still to be read */
}

/** What did not go in of a file that was taken in, or not as it should be; line 0 = none. */
export interface FileProblem {
  line: number;
  problem: WireError;
}

export interface MemoryReport {
  path: string;
  passages: number;
  problems: FileProblem[];
}

/** What became of a file that was translated elsewhere. `stale` are those of `taken` whose source has changed since. */
export interface TranslationReport {
  path: string;
  edition: string;
  taken: number;
  stale: number;
  unchanged: number;
  left: number; // not translated in the file
  problems: FileProblem[];
}
