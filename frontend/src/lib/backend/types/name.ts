// Names: people, places, organisations and terms that are written in one way in each language.
import type { FileProblem, Lang } from '$lib/backend/types';

export interface Name {
  id: string;
  kind: 'person' | 'place' | 'organisation' | 'term';
  labels: Partial<Record<Lang, string>>; // the accepted spellings
  variants: Partial<Record<Lang, string[]>>; // spellings that people use and the newsroom does not
  note: string;
  tag: string; // id of the tag that speaks of it, "" = none
}

/** A name in a text. Places count UTF-16 units of the text. */
export interface NameHit {
  start: number;
  end: number;
  name: string;
  kind: Name['kind'];
  used: string; // what stands there
  accepted: string; // what should stand there, with the affixes of `used`; "" = nobody has said how it is spelt in this language
  state: 'accepted' | 'variant';
}

/** What the beginning of a name can become: the last `typed` UTF-16 units before the caret give way to `accepted`. */
export interface NameSuggestion {
  name: string;
  kind: Name['kind'];
  typed: number;
  accepted: string;
}

/** A name of a source text as a translation needs it; `accepted` is "" where it has no spelling in its language. */
export interface NameNeeded {
  name: string;
  kind: Name['kind'];
  used: string;
  accepted: string;
  note: string;
}

/** What became of a file of names. */
export interface NameReport {
  path: string;
  added: number;
  changed: number;
  unchanged: number;
  problems: FileProblem[];
}
