// What is found, what belongs together, and what tags a story may want.
import type { EditionFilter, Lang, LiveState, Term } from '$lib/backend/types';

/** A stretch of a text; `hit` says that it is what was looked for. */
export interface Stretch {
  text: string;
  hit: boolean;
}

/** Where the words of a search stand in an edition. An empty passage: only in the headline, the byline or the credit. */
export interface Found {
  headline: Stretch[];
  passage: Stretch[];
}

/** A filter of the list that this device remembers. */
export interface SavedSearch {
  id: string;
  name: string;
  filter: EditionFilter;
}

/** An edition of another story, in the same language, that belongs with one. */
export interface RelatedEdition {
  id: string;
  headline: string;
  updated: string;
  live: LiveState;
  tags: string[]; /* that both stories carry */
}

/** A tag that a story may want: its label or a name linked to it stands in the text, or stories with similar texts carry it. */
export interface TagSuggestion {
  tag: string;
  why: 'label' | 'name' | 'use';
  count: number; /* times named, or stories */
}

/** Two tags that may be one: `other` would go into `keep`. */
export interface AlikeTags {
  keep: string;
  other: string;
  lang: Lang;
  why: 'same' | 'plural' | 'spelling';
}

export interface MergedTag {
  id: string;
  labels: Term['labels'];
  into: string;
}

/** What the vocabulary of tags might do without. */
export interface TagReport {
  unused: string[];
  alike: AlikeTags[];
  merged: MergedTag[];
}
