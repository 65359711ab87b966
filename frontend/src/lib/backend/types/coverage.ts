import type { Destination, Lang, LiveState, WorkState } from '$lib/backend/types';

/** Who makes an edition, until when; it may have no text yet. */
export interface Claim {
  member: string /* name */;
  mine: boolean;
  since: string;
  until: string;
}
export interface Asked {
  member: string /* name */;
  time: string;
  note: string;
}

/** What somebody looks for in the grid story × language. */
export type CellState =
  'missing' | 'requested' | 'claimed' | 'stale' | WorkState | Exclude<LiveState, 'notLive' | 'corrected'>;
export interface CoverageFilter {
  section: string;
  from: string;
  to: string;
  lang: Lang | '';
  cell: CellState | '';
}
export interface Cell {
  lang: Lang;
  edition: string; // "" where there is none
  state: 'missing' | WorkState | Exclude<LiveState, 'notLive'>; // the live state where readers see or saw it
  work: WorkState | ''; // "" where there is no edition
  changed: boolean;
  stale: number; // blocks whose source has changed
  missing: number; // blocks of the source that are not translated
  published: string; // when it went live, or will
  goesLive: string; // when what is scheduled, a correction among it, goes live; "" = nothing is
  claim: Claim | null;
  asked: Asked | null; // only of an edition that is missing
}
export interface CoverageRow {
  story: string;
  source: Lang;
  created: string;
  sections: string[];
  headline: string;
  lang: Lang | '' /* of the headline */;
  embargo: string; // until when nothing of it goes live; "" = none holds
  cells: Cell[]; /* in the order of the nine languages */
}
export interface LiveCount {
  lang: Lang;
  day: string /* 2006-01-02, UTC */;
  count: number;
}

/** An edition that waits for somebody. */
export interface WorkItem {
  edition: string;
  story: string;
  lang: Lang;
  headline: string;
  words: number;
  work: WorkState;
  live: LiveState;
  changed: boolean;
  stale: number;
  missing: number;
  time: string; // since when; of a scheduled one, when it goes live
  goesLive: string; // when what is scheduled, a correction among it, goes live
  note: string; // of a return
  member: string; // name of who submitted or returned it
}

/** What waits for this member; each list ends after 50 rows. */
export interface MyWork {
  drafts: WorkItem[];
  returned: WorkItem[];
  claimed: CoverageRow[];
  requested: CoverageRow[];
  lacking: CoverageRow[];
  stale: WorkItem[];
  submitted: WorkItem[];
  /** Submitted by this member, who may not decide on it. */
  sent: WorkItem[];
  staleLive: WorkItem[];
  scheduled: WorkItem[];
  failed: Destination[];
}
