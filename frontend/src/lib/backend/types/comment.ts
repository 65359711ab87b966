// Comments on an edition, and changes that somebody suggests.
import type { DiffPart } from '$lib/backend/types';

/** A comment or a reply; `text` is "" where its author has taken it back. */
export interface Said {
  id: string;
  text: string;
  member: string; // name
  mine: boolean;
  time: string;
  removed: boolean;
}

/** What became of what a comment is about: it is the whole edition; the words are as they were; they are others; they are gone. */
export type CommentPlace = 'whole' | 'here' | 'changed' | 'gone';

export type Outcome = '' | 'resolved' | 'accepted' | 'declined';

/** A comment with its replies, and where in the text of today it stands. */
export interface Thread extends Said {
  block: string; // digest of the block, "headline", "summary", "" = the whole edition
  quote: string; // what stood there when the comment was made
  place: CommentPlace;
  now: string; // what stands there now
  at: number; // which block of the body; -1 = none
  suggests: boolean;
  suggestion: string; // Markdown that is to stand there; "" takes the block out
  diff: DiffPart[]; // of a suggestion, word by word
  outcome: Outcome;
  settler: string; // name
  settled: string;
  replies: Said[]; // oldest first
}

/** A comment to be made. Go finds the block by `quote`, its Markdown or its words, at `at` first. */
export interface Remark {
  about: '' | 'headline' | 'summary';
  at: number;
  quote: string; // "" = the whole edition
  text: string;
  suggests: boolean;
  suggestion: string;
}

/** Each returns the comments of the edition as they are then, in the order of its text. */
export interface CommentCalls {
  comments(edition: string): Promise<Thread[]>;
  addComment(edition: string, remark: Remark): Promise<Thread[]>;
  replyComment(edition: string, id: string, text: string): Promise<Thread[]>;
  resolveComment(edition: string, id: string): Promise<Thread[]>;
  reopenComment(edition: string, id: string): Promise<Thread[]>;
  removeComment(edition: string, id: string): Promise<Thread[]>; // one's own
  acceptSuggestion(edition: string, id: string, seen: string): Promise<Thread[]>; // seen: Thread.now, which the person decided about
  declineSuggestion(edition: string, id: string): Promise<Thread[]>;
}
