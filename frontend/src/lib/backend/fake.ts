// A backend without Go, for tests and for working on the interface in a browser.
// It keeps everything in memory, knows the two state machines, and forgets all of
// it on reload. What it refuses, it refuses with the codes of the real one.
import type { Backend } from './backend';
import { listed, rowOf, siblings } from './fakeList';
import { emptyText, makeFakeData, newEdition, newStory } from './fakeNewsroom';
import { FakeSpelling } from './fakeSpelling';
import type * as t from './types';

export interface FakeOptions {
  state?: t.Session['state'];
  stories?: number;
  language?: t.Lang;
  theme?: t.Preferences['theme'];
  pageDelay?: number; // milliseconds that a page of the list takes
}

const pageSize = 100;

class Fake extends FakeSpelling implements Backend {
  readonly #delay: number;

  constructor({
    state = 'open',
    stories = 24,
    language = 'en',
    theme = 'system',
    pageDelay = 0,
  }: FakeOptions) {
    super(makeFakeData(state, stories));
    Object.assign(this.data.session.preferences, { language, theme });
    this.#delay = pageDelay;
  }

  session = async () => structuredClone(this.data.session);
  painted = async () => {};
  closed = async () => {};

  async begin({ language, name, newsroom, sample }: t.BeginRequest): Promise<t.Session> {
    const theme = this.data.session.preferences.theme;
    Object.assign(this.data, makeFakeData('open', sample ? 24 : 0));
    Object.assign(this.data.session, { newsroom: newsroom || 'RASC News', sample });
    Object.assign(this.data.session.preferences, { language, theme });
    this.data.session.member.name = name;
    return this.session();
  }

  changePreferences = async (p: t.Preferences) => (this.data.session.preferences = structuredClone(p));

  async changeMember(name: string, roles: t.Role[], langs: t.Lang[]): Promise<t.Member> {
    if (name.trim() === '') throw this.refuse('invalid', 'member.name');
    Object.assign(this.data.session.member, { name, roles, langs });
    return structuredClone(this.data.session.member);
  }

  async editionIndex(filter: t.EditionFilter): Promise<t.EditionIndex> {
    const total = listed(this.data, filter).length;
    const keys = Array.from({ length: Math.ceil(total / pageSize) }, (_, i) => String(i * pageSize));
    return { total, page: pageSize, keys };
  }

  async editions(filter: t.EditionFilter, key: string): Promise<t.EditionRow[]> {
    if (this.#delay > 0) await new Promise((done) => setTimeout(done, this.#delay));
    const from = Number(key);
    return listed(this.data, filter)
      .slice(from, from + pageSize)
      .map((e) => rowOf(this.data, e, filter.query));
  }

  story = async (id: string) => this.#storyOf(this.#get(this.data.stories, id));

  async createStory(lang: t.Lang): Promise<t.Edition> {
    const story = newStory(this.newId('story'), lang, now());
    this.data.stories.set(story.id, story);
    return this.createEdition(story.id, lang);
  }

  async changeStory(_before: t.Story, story: t.Story): Promise<t.Story> {
    const { editions: _, created: __, removed: ___, ...change } = structuredClone(story);
    Object.assign(this.#get(this.data.stories, story.id), change);
    this.emit('story:changed', { id: story.id });
    return this.story(story.id);
  }

  removeStory = async (id: string) => this.#setRemoved(id, true);
  restoreStory = async (id: string) => this.#setRemoved(id, false);

  async createEdition(story: string, lang: t.Lang): Promise<t.Edition> {
    const edition = newEdition(this.newId('edition'), story, lang, { ...emptyText }, now());
    this.data.editions.set(edition.id, edition);
    this.emit('story:changed', { id: story });
    return structuredClone(edition);
  }

  edition = async (id: string) => structuredClone(this.#get(this.data.editions, id));

  async keep(id: string, _base: string[], text: t.Text): Promise<string> {
    const edition = this.#get(this.data.editions, id);
    Object.assign(edition, { text: structuredClone(text), working: true, saved: now() });
    return edition.saved;
  }

  async save(id: string, _base: string[], text: t.Text): Promise<t.Edition> {
    const edition = this.#get(this.data.editions, id);
    const revision = this.newId('revision');
    for (const head of edition.heads) this.#get(this.data.revisions, head).info.head = false;
    this.data.revisions.set(revision, {
      edition: id,
      text: structuredClone(text),
      info: {
        id: revision,
        parents: edition.heads,
        member: this.data.session.member.name,
        time: now(),
        words: text.body.split(/\s+/).filter(Boolean).length,
        headline: text.headline,
        head: true,
        live: false,
        approved: false,
      },
    });
    return this.#change(id, {
      text: structuredClone(text),
      heads: [revision],
      made: revision,
      working: false,
      saved: now(),
    });
  }

  suggestSlug = async (_: string, headline: string) =>
    headline
      .toLowerCase()
      .trim()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-');

  async revisions(id: string): Promise<t.RevisionInfo[]> {
    const own = [...this.data.revisions.values()].filter((r) => r.edition === id);
    return own.map((r) => structuredClone(r.info)).reverse();
  }

  revision = async (id: string) => structuredClone(this.#get(this.data.revisions, id).text);

  async compare(older: string, newer: string): Promise<t.DiffBlock[]> {
    const [a, b] = [await this.revision(older), await this.revision(newer)];
    if (a.body === b.body) return [{ field: 'body', op: 'same', parts: [{ op: 'same', text: a.body }] }];
    const parts: t.DiffPart[] = [
      { op: 'del', text: a.body },
      { op: 'add', text: b.body },
    ];
    return [{ field: 'body', op: 'change', parts }];
  }

  restore = async (edition: string, revision: string) =>
    this.save(edition, [], await this.revision(revision));
  dispute = async (): Promise<t.Dispute> => ({ sides: [], places: [], body: [], broken: false });
  resolve = async (edition: string, base: string[], text: t.Text) => this.save(edition, base, text);

  submit = (id: string) => this.#work(id, ['drafting', 'returned'], 'submitted');
  returnEdition = (id: string, note: string) => this.#work(id, ['submitted', 'approved'], 'returned', note);
  approve = (id: string, revision: string) =>
    this.#work(id, ['submitted', 'drafting', 'returned'], 'approved', '', revision);
  publish = (id: string) => this.#live(id, 'live', '');
  correct = (id: string, notice: string) => this.#live(id, 'corrected', notice);
  withdraw = (id: string, notice: string) => this.#live(id, 'withdrawn', notice);

  async addPicture(name: string, base64: string): Promise<t.MediaItem> {
    const hash = this.newId('').replace(/\D/g, '').padStart(32, '0');
    return {
      hash,
      ref: `media/${hash}.jpg`,
      width: 1200,
      height: 800,
      bytes: base64.length,
      name,
      cleaned: true,
    };
  }

  choosePicture = async () => null;

  async preview(_: string, _base: string[], text: t.Text): Promise<string> {
    const lines = [text.summary, ...text.body.split('\n\n')].map((words) => `<p dir="auto">${escape(words)}`);
    const page = `<!doctype html><meta charset="utf-8"><h1 dir="auto">${escape(text.headline)}</h1>${lines.join('')}`;
    return URL.createObjectURL(new Blob([page], { type: 'text/html' }));
  }

  refused = async () => [];

  #get<T>(map: Map<string, T>, id: string): T {
    const found = map.get(id);
    if (found === undefined) throw this.refuse('notFound', 'notFound.edition');
    return found;
  }

  #storyOf = (story: t.Story): t.Story => ({
    ...structuredClone(story),
    editions: siblings(this.data, story.id),
  });

  async #setRemoved(id: string, removed: boolean): Promise<void> {
    this.#get(this.data.stories, id).removed = removed;
    this.emit('story:changed', { id });
  }

  #change(id: string, change: Partial<t.Edition>): t.Edition {
    const edition = Object.assign(this.#get(this.data.editions, id), change);
    this.emit('edition:changed', { id, story: edition.story });
    return structuredClone(edition);
  }

  async #work(
    id: string,
    from: t.WorkState[],
    to: t.WorkState,
    note = '',
    revision = '',
  ): Promise<t.Edition> {
    const edition = this.#get(this.data.editions, id);
    if (!from.includes(edition.work.state)) throw this.refuse('conflict', `work.${to}`);
    const work = {
      state: to,
      revision: revision || edition.heads[0] || '',
      note,
      member: this.data.session.member.name,
      time: now(),
    };
    return this.#change(id, { work });
  }

  async #live(id: string, state: t.LiveState, notice: string): Promise<t.Edition> {
    const { live, work, lang, text } = this.#get(this.data.editions, id);
    if (state !== 'withdrawn' && work.state !== 'approved') throw this.refuse('conflict', 'live.notApproved');
    const published = live.published || now();
    return this.#change(id, {
      live: {
        state,
        revision: work.revision,
        published,
        changed: now(),
        notice,
        path: `${lang}/${text.slug}.html`,
        next: '',
      },
    });
  }
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const now = () => new Date().toISOString();

/** An in-memory backend; `emit` sends events as Go would, `data` is what it holds. */
export function makeFake(options: FakeOptions = {}): Fake {
  return new Fake(options);
}

/** Options from the address of the page: ?state=first&language=fa&theme=dark&stories=5000 */
export function fakeFromAddress(search: string): Backend {
  const query = new URLSearchParams(search);
  return makeFake({
    state: (query.get('state') ?? 'open') as t.Session['state'],
    stories: Number(query.get('stories') ?? 24),
    language: (query.get('language') ?? 'en') as t.Lang,
    theme: (query.get('theme') ?? 'system') as t.Preferences['theme'],
    pageDelay: Number(query.get('delay') ?? 0),
  });
}
