// What crosses the bridge between the window and Go, as the window sees it.
// Times are RFC 3339 strings in UTC, "" where there is none. Lists are never null.

export type Lang = 'ar' | 'en' | 'fr' | 'de' | 'ps' | 'fa' | 'ru' | 'es' | 'tg';
export type Role = 'reporter' | 'translator' | 'editor' | 'administrator';
export type WorkState = 'drafting' | 'submitted' | 'returned' | 'approved';
export type LiveState = 'notLive' | 'scheduled' | 'live' | 'corrected' | 'withdrawn';

/** Calendar in which the interface shows dates. "" = the language's own default. */
export type Calendar = '' | 'persian-afghan' | 'persian-iranian' | 'gregorian';

/** Settings of this device; they are not shared. */
export interface Preferences {
  language: Lang;
  theme: 'system' | 'light' | 'dark';
  calendar: Calendar;
  textSize: number; // per cent, 80 to 160
  invisibles: boolean; // show ZWNJ and other invisible characters in the editor
  spelling: boolean; // underline words that nobody knows
}

export interface Member {
  id: string;
  name: string;
  roles: Role[];
  langs: Lang[]; /* that the member writes */
}

export interface Session {
  state: 'first' | 'open' | 'broken'; // first start, newsroom open, or its data cannot be used
  problem: WireError | null; // why it is broken
  preferences: Preferences; // on first start: guessed from the system
  newsroom: string; // name of the newsroom
  sample: boolean; // it is the sample newsroom
  member: Member;
  dataDir: string;
  version: string;
}

export interface BeginRequest {
  language: Lang;
  name: string;
  newsroom: string;
  sample: boolean;
}

export interface Term {
  id: string;
  kind: 'section' | 'tag';
  standing: '' | 'menu' | 'label' | 'page'; // sections only
  order: number;
  labels: Partial<Record<Lang, string>>;
  slugs: Partial<Record<Lang, string>>;
  uses: number; // stories that carry it
}

export interface Picture {
  hash: string; // "" = none
  alt: Partial<Record<Lang, string>>;
  caption: Partial<Record<Lang, string>>;
  credit: string;
}

/** A picture of the archive; `ref` is what a body's Markdown names: media/HASH.jpg. */
export interface MediaItem {
  hash: string;
  ref: string;
  width: number;
  height: number;
  bytes: number;
  name: string;
  cleaned: boolean;
}

export interface Text {
  headline: string;
  slug: string;
  summary: string;
  body: string;
  byline: string;
  translator: string;
}

export interface Work {
  state: WorkState;
  revision: string;
  note: string;
  member: string;
  time: string;
}
export interface Live {
  state: LiveState;
  revision: string;
  published: string;
  changed: string;
  notice: string;
  path: string;
  next: string; /* when a scheduled correction replaces it */
}

export interface Sibling {
  id: string;
  lang: Lang;
  headline: string;
  work: WorkState;
  live: LiveState;
  goesLive: string /* of a scheduled one, or of a scheduled correction */;
  changed: boolean;
}

export interface Story {
  id: string;
  sections: string[];
  tags: string[];
  place: string;
  lead: Picture;
  source: Lang;
  notes: string;
  created: string;
  embargo: string; // until when nothing of it may go live; "" = none that holds
  removed: boolean;
  editions: Sibling[];
}

export interface Edition {
  id: string;
  story: string;
  lang: Lang;
  text: Text; // the working copy where there is one, else the newest revision
  heads: string[]; // revisions that the text stands on
  made: string; // revision that the call made, "" where none
  unclear: string[]; // fields in which two devices disagree: "body", "headline", …
  working: boolean; // there are words that are not yet a revision
  saved: string; // when the text was last kept
  work: Work;
  live: Live;
  changed: boolean; // live, and the text is no longer the one that readers see
}

/** Filter and order of the list. Empty fields do not filter. */
export interface EditionFilter {
  query: string;
  lang: Lang | '';
  section: string;
  tag: string;
  work: WorkState | '';
  live: LiveState | '';
  mine: boolean; // only editions with a revision of this member
  removed: boolean; // only removed stories instead of the others
  since: string; // the date that the list goes by (of the last change, by headline and by match) is not before this; P7D means the last seven days, today among them
  until: string; // and is before this
  sort: 'updated' | 'created' | 'headline' | 'published' | 'match'; // match: the best first, where there is a query
  descending: boolean;
}

export interface EditionRow {
  id: string;
  story: string;
  lang: Lang;
  headline: string;
  excerpt: string;
  sections: string[];
  place: string;
  updated: string;
  words: number;
  work: WorkState;
  live: LiveState;
  goesLive: string; // of a scheduled one, or of a scheduled correction
  embargo: string; // of its story, while it holds
  changed: boolean;
  working: boolean;
  languages: Lang[]; // editions of the story
  found: Found | null; // where the words of the query stand; null without one
}

/** The shape of a filtered list: how long it is, and a key for the start of every page of `page` rows (keyset paging, so any page is one seek away). */
export interface EditionIndex {
  total: number;
  more?: boolean /* a search found more than it lists */;
  page: number;
  keys: string[];
}

export interface RevisionInfo {
  id: string;
  parents: string[];
  member: string; // name
  time: string;
  words: number;
  headline: string;
  head: boolean;
  live: boolean;
  approved: boolean;
}

/** A piece of a comparison. Blocks of `body` arrive one after another. */
export interface DiffPart {
  op: 'same' | 'add' | 'del';
  text: string;
}
export interface DiffBlock {
  field: keyof Text;
  op: 'same' | 'add' | 'del' | 'change';
  parts: DiffPart[];
}

export interface FollowLink {
  service: string;
  address: string;
}
export interface Advert {
  picture: string;
  alt: string;
  text: string;
  link: string;
  lang: Lang | '';
}
export interface SiteSettings {
  name: string;
  fullName: string;
  agency: string;
  owner: string;
  since: number;
  address: string;
  timeZone: string;
  calendars: Partial<Record<Lang, string>>;
  languages: Lang[];
  follow: FollowLink[];
  adverts: Advert[];
  about: Partial<Record<Lang, string>>;
}

export interface Destination {
  id: string;
  kind: 'folder';
  name: string;
  path: string;
  published: string;
  failed: number /* pages of the last run; -1 = it could not begin */;
  missing: boolean;
}
export interface PageResult {
  path: string;
  outcome: 'written' | 'unchanged' | 'removed' | 'failed' | 'left';
  problem: WireError | null;
}
export interface PublishReport {
  destination: string;
  total: number;
  written: number;
  unchanged: number;
  removed: number;
  failed: number;
  left: number /* not come to, in a run that was stopped */;
  cancelled: boolean;
  milliseconds: number;
  pages: PageResult[]; /* without the unchanged ones, 1,000 at most of each outcome */
}
export interface PublishProgress {
  destination: string;
  done: number;
  total: number;
}

/** An error as it crosses the bridge; the sentence is catalogue entry `error.<message>`, the advice `error.<message>.hint` or `error.code.<code>.hint`. */
export interface WireError {
  code: string;
  message: string;
  params: Record<string, string | number>;
}

export interface Refused {
  id: string;
  subject: string;
  member: string;
  time: string;
  reason: string;
}

import type { Found } from './types/find';

export * from './types/across';
export * from './types/check';
export * from './types/coverage';
export * from './types/dispute';
export * from './types/find';
export * from './types/comment';
export * from './types/memory';
export * from './types/name';
export * from './types/review';
export * from './types/spelling';
export * from './types/translation';
