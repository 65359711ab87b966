// What an editor judges, schedules and holds back.
import type { DiffBlock, Edition, Lang, Live, LiveState, Story, Text, Work } from '$lib/backend/types';

export type ReviewStep = 'submitted' | 'approved' | 'scheduled';
export type News = 'new' | 'translation' | 'correction' | 'again';

/** A row of the queue: step by step, the longest waiting first. */
export interface QueueRow {
  id: string;
  story: string;
  lang: Lang;
  source: Lang; // language of the story
  headline: string;
  sections: string[];
  place: string;
  words: number;
  step: ReviewStep;
  news: News;
  member: string; // name of who brought it to this step
  time: string; // when; of a scheduled one, when it goes live
  live: LiveState;
  published: string; // when it went, or goes, live
  embargo: string; // until when the story is held back; "" = it is not
  comments: number; // that nobody has settled
  stale: number;
}

export interface ReviewBlock {
  kind: string;
  source: string;
  html: string; /* safe, whatever the source is; "" = nothing to show */
}
export interface ReviewBase {
  kind: 'live' | 'approved' | 'returned';
  revision: string;
  time: string;
}
export interface CheckSpot {
  block: number /* -1 = elsewhere */;
  why: string;
  text: string;
}
export interface CheckItem {
  check: string;
  ok: boolean;
  blocks: boolean;
  count: number;
  spots: CheckSpot[];
}

export interface Review {
  id: string;
  story: string;
  lang: Lang;
  source: Lang;
  revision: string; // that an approval would be of; "" = two devices disagree
  text: Text;
  typed: boolean; // there are newer words on this device that are in no revision
  words: number;
  news: News;
  member: string;
  work: Work;
  live: Live;
  changed: boolean;
  embargo: string;
  blocks: ReviewBlock[];
  bases: ReviewBase[]; // what it can be compared with, the most telling first
  checks: CheckItem[];
}

/** A piece of a comparison with the newest text; `block` is the block of the newest body, -1 where it is none. */
export interface ReviewChange extends DiffBlock {
  block: number;
}

/** Checks that keep an edition from being approved: everywhere, and by choice of the newsroom out of `checks` and those of other lists. */
export interface Blocking {
  always: string[];
  chosen: string[];
  checks: string[];
}

/** What a destination does not have yet: editions that became others for readers since it was brought up to date. */
export interface Waiting {
  destination: string;
  total: number;
  editions: WaitingItem[];
}
export interface WaitingItem {
  id: string;
  lang: Lang;
  headline: string;
  live: LiveState;
  time: string;
}

export interface ReviewCalls {
  reviewQueue(): Promise<QueueRow[]>;
  reviewOf(id: string): Promise<Review>;
  reviewChanges(id: string, base: string): Promise<ReviewChange[]>;
  blocking(): Promise<Blocking>;
  changeBlocking(checks: string[]): Promise<Blocking>;
  schedule(id: string, at: string, notice: string): Promise<Edition>; // the approved revision goes live then, as a correction where readers see a text; also moves a schedule
  unschedule(id: string): Promise<Edition>;
  setEmbargo(story: string, until: string): Promise<Story>; // "" lifts it; what is scheduled earlier moves to its end
  waiting(): Promise<Waiting[]>;
}
