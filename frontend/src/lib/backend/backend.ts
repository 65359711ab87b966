import type * as t from './types';

/**
 * The one door to Go. Every method may reject with a BackendError (errors.ts).
 * `wails.ts` is the real one, `fake.ts` an in-memory one for tests and for
 * working on the interface in a browser.
 */
export interface Backend extends t.AcrossCalls, t.CheckCalls, t.SpellingCalls, t.CommentCalls, t.ReviewCalls {
  session(): Promise<t.Session>;
  begin(request: t.BeginRequest): Promise<t.Session>;
  painted(): Promise<void>; // after the first frame
  closed(): Promise<void>; // the answer to app:closing: everything is kept, the window may go
  changePreferences(p: t.Preferences): Promise<t.Preferences>;
  changeMember(name: string, roles: t.Role[], langs: t.Lang[]): Promise<t.Member>;

  editionIndex(filter: t.EditionFilter): Promise<t.EditionIndex>;
  editions(filter: t.EditionFilter, key: string): Promise<t.EditionRow[]>; // one page, beginning at key

  savedSearches(): Promise<t.SavedSearch[]>; // of this device, in the order of their making
  saveSearch(search: t.SavedSearch): Promise<t.SavedSearch>; // id "" creates
  removeSearch(id: string): Promise<void>;
  related(edition: string): Promise<t.RelatedEdition[]>; // the closest first

  story(id: string): Promise<t.Story>;
  createStory(lang: t.Lang): Promise<t.Edition>;
  changeStory(before: t.Story, after: t.Story): Promise<t.Story>; // only what differs is written
  removeStory(id: string): Promise<void>;
  restoreStory(id: string): Promise<void>;
  createEdition(story: string, lang: t.Lang): Promise<t.Edition>;

  edition(id: string): Promise<t.Edition>;
  keep(id: string, base: string[], text: t.Text): Promise<string>; // working copy to disk, typed on base (the heads shown); returns the time kept
  save(id: string, base: string[], text: t.Text): Promise<t.Edition>; // makes a revision where the text differs
  suggestSlug(id: string, headline: string): Promise<string>; // unique in the language
  revisions(id: string): Promise<t.RevisionInfo[]>; // newest first
  revision(id: string): Promise<t.Text>;
  compare(older: string, newer: string): Promise<t.DiffBlock[]>;
  restore(edition: string, revision: string): Promise<t.Edition>;
  dispute(edition: string, base: string[], text: t.Text): Promise<t.Dispute>; // what the revisions of base say differently, in the text as typed
  resolve(edition: string, base: string[], text: t.Text): Promise<t.Edition>; // settles the conflict of base

  beginTranslation(story: string, lang: t.Lang, from: t.Lang): Promise<t.Edition>; // an edition with the figures, videos and tables of the source, claimed; an edition without words is filled
  translation(id: string, from: t.Lang | ''): Promise<t.Translation>; // "" = what it was last translated from, else the story's source
  keepTranslation(id: string, draft: t.TranslationDraft): Promise<string>; // working copy to disk; returns the time kept
  saveTranslation(id: string, draft: t.TranslationDraft): Promise<t.Translation>; // makes a revision where the text differs, and records what is translated
  markSame(source: string, before: string[], after: string[]): Promise<void>; // of edition `source`: the blocks `before` (links of a stale row that are not in its sources) and `after` (sources that are not in its links) mean the same to every translation

  submit(id: string): Promise<t.Edition>;
  returnEdition(id: string, note: string): Promise<t.Edition>;
  approve(id: string, revision: string): Promise<t.Edition>;
  publish(id: string): Promise<t.Edition>; // the approved revision goes live
  correct(id: string, notice: string): Promise<t.Edition>; // the approved revision replaces the live one
  withdraw(id: string, notice: string): Promise<t.Edition>;

  terms(): Promise<t.Term[]>;
  saveTerm(before: t.Term, after: t.Term): Promise<t.Term>; // id "" creates; else only what differs is written; empty slugs are made from labels
  removeTerm(kind: string, id: string): Promise<void>;

  names(): Promise<t.Name[]>;
  saveName(before: t.Name, after: t.Name): Promise<t.Name>; // id "" creates; else only what differs is written; a removed one is back
  removeName(id: string): Promise<void>;
  findNames(lang: t.Lang, texts: string[]): Promise<t.NameHit[][]>;
  suggestNames(lang: t.Lang, before: string): Promise<t.NameSuggestion[]>; // before: the text up to the caret
  neededNames(from: t.Lang, to: t.Lang, text: string): Promise<t.NameNeeded[]>; // each name once, in the order of the text
  importNames(): Promise<t.NameReport | null>; // native file dialog; null = cancelled
  exportNames(form: 'csv' | 'tbx'): Promise<string>; // native file dialog; the path, "" = cancelled
  matches(edition: string, from: t.Lang, source: string): Promise<t.Match[]>; // source: Markdown of a block; the best first
  uses(words: string, lang: t.Lang, other: t.Lang): Promise<t.Use[]>; // the last word may be only a beginning
  memoryState(): Promise<t.MemoryState>;
  exportMemory(): Promise<string>; // native file dialog; the path, "" = cancelled
  importMemory(): Promise<t.MemoryReport | null>; // native file dialog; null = cancelled
  exportTranslation(edition: string, from: t.Lang, version: '1.2' | '2.1'): Promise<string>;
  importTranslation(edition: string): Promise<t.TranslationReport | null>; // another edition is refused
  tagSuggestions(edition: string): Promise<t.TagSuggestion[]>; // the surest first, without those that the story carries
  tagReport(): Promise<t.TagReport>;
  mergeTags(from: string[], into: string): Promise<void>; // `into` stands for them everywhere from now on
  unmergeTag(id: string): Promise<void>;

  addPicture(name: string, base64: string): Promise<t.MediaItem>;
  choosePicture(): Promise<t.MediaItem | null>; // native file dialog; null = cancelled

  /** Keeps the text and returns the address of the page as it would be published, for an iframe. */
  preview(id: string, base: string[], text: t.Text): Promise<string>;

  site(): Promise<t.SiteSettings>;
  changeSite(before: t.SiteSettings, after: t.SiteSettings): Promise<t.SiteSettings>; // only what differs is written
  destinations(): Promise<t.Destination[]>;
  chooseFolder(): Promise<string>; // native dialog; "" = cancelled
  saveDestination(d: t.Destination): Promise<t.Destination>; // id "" creates
  removeDestination(id: string): Promise<void>;
  publishSite(destination: string): Promise<t.PublishReport>; // reports progress by event
  cancelPublish(destination: string): Promise<void>;
  openSite(destination: string): Promise<string>; // serves it on 127.0.0.1 and opens the browser; returns the address

  myWork(lang: t.Lang): Promise<t.MyWork>; // headlines of stories in lang where there is one
  claim(edition: string, over: boolean): Promise<void>; // over takes it from somebody else
  releaseClaim(edition: string): Promise<void>;
  claimOf(edition: string): Promise<t.Claim | null>;
  askFor(stories: string[], langs: t.Lang[], note: string): Promise<number>; // how many are asked for
  takeBackRequest(edition: string): Promise<void>;
  coverageIndex(filter: t.CoverageFilter): Promise<t.EditionIndex>;
  coverage(filter: t.CoverageFilter, key: string, lang: t.Lang): Promise<t.CoverageRow[]>;
  liveCounts(from: string): Promise<t.LiveCount[]>;

  refused(): Promise<t.Refused[]>;

  on<E extends keyof Events>(event: E, handler: (payload: Events[E]) => void): () => void;
}

/** Events from Go, after the transaction they report has been committed. */
export interface Events {
  'edition:changed': { id: string; story: string };
  'story:changed': { id: string };
  'terms:changed': null;
  'names:changed': null;
  'words:changed': null;
  'site:changed': null;
  'comments:changed': null;
  'live:due': null; // something went live by itself; publishing is left to a person
  'publish:progress': t.PublishProgress;
  'app:closing': null; // save now
}
