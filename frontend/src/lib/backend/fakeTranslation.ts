// The part of the in-memory backend that is about translations. It tells blocks apart
// by blank lines and digests by a small hash; staleness is exact, guesses are by order.
import { newEdition, emptyText } from './fakeNewsroom';
import { FakeReview } from './fakeReview';
import type * as t from './types';

interface Link {
  links: string[];
  before: string; // what the sources said
}

export class FakeTranslation extends FakeReview {
  readonly #links = new Map<string, Map<string, Link>>(); // edition → digest of a target block
  readonly #left = new Map<string, Set<string>>(); // edition → digests that need no counterpart
  readonly #heads = new Map<string, Map<string, { link: string; before: string }>>(); // edition → head
  readonly #same = new Set<string>(); // "digest before" that is said to mean what it means now

  async beginTranslation(story: string, lang: t.Lang, from: t.Lang): Promise<t.Edition> {
    const held = this.#siblings(story).find((each) => each.lang === lang);
    const source = this.#siblings(story).find((each) => each.lang === from);
    if (held?.text.body || !source) return structuredClone(held ?? this.#refuse());
    const figures = piecesOf(source.text.body).filter((piece) => piece.kind === 'figure');
    const body = figures.map((piece) => piece.source).join('\n\n');
    const edition = held ?? newEdition(this.newId('edition'), story, lang, { ...emptyText }, now());
    edition.text.body = body;
    this.data.editions.set(edition.id, edition);
    this.emit('story:changed', { id: story });
    return structuredClone(edition);
  }

  async translation(id: string, from: t.Lang | ''): Promise<t.Translation> {
    const edition = this.#edition(id);
    const others = this.#siblings(edition.story).filter((each) => each.id !== id && each.text.body !== '');
    const first = this.data.stories.get(edition.story)?.source;
    const source =
      others.find((each) => each.lang === from) ?? others.find((each) => each.lang === first) ?? others[0];
    if (!source) throw this.#refuse();
    const rows = this.#rows(edition, source);
    const heads = this.#headsOf(edition, source);
    return structuredClone({
      edition,
      source,
      from: source.lang,
      froms: others.map((each) => each.lang),
      heads,
      rows,
      guessed: !this.#links.has(id),
      stale:
        rows.filter((row) => row.state === 'stale' || row.state === 'gone').length +
        heads.filter((head) => head.stale).length,
      missing: rows.filter((row) => row.state === 'missing').length,
      mayMarkSame: true,
    });
  }

  async keepTranslation(id: string, draft: t.TranslationDraft): Promise<string> {
    const edition = this.#edition(id);
    const body = draft.rows
      .map((row) => row.target.trim())
      .filter(Boolean)
      .join('\n\n');
    Object.assign(edition, { text: { ...draft.fields, body }, working: true, saved: now() });
    this.#record(id, draft);
    this.#recordHeads(id, draft);
    return edition.saved;
  }

  async saveTranslation(id: string, draft: t.TranslationDraft): Promise<t.Translation> {
    await this.keepTranslation(id, draft);
    const edition = this.#edition(id);
    const made = this.newId('revision');
    Object.assign(edition, { working: false, heads: [made], made });
    this.emit('edition:changed', { id, story: edition.story });
    return this.translation(id, draft.from);
  }

  async markSame(source: string, before: string[], _after: string[]): Promise<void> {
    for (const digest of before) this.#same.add(digest);
    const edition = this.#edition(source);
    this.emit('edition:changed', { id: source, story: edition.story });
  }

  #headsOf({ id }: t.Edition, { text }: t.Edition): t.TranslationHead[] {
    return (['headline', 'summary'] as const).map((name) => {
      const now = headDigest(name, text[name]);
      const { link = now, before = '' } = this.#heads.get(id)?.get(name) ?? {};
      const stale = link !== now && !this.#same.has(link);
      const diff: t.DiffPart[] = [
        { op: 'del', text: before },
        { op: 'add', text: text[name] },
      ];
      return { name, stale, link, now, before: stale ? before : '', diff: stale ? diff : [] };
    });
  }

  #recordHeads(id: string, { from, heads }: t.TranslationDraft): void {
    const source = this.#siblings(this.#edition(id).story).find((each) => each.lang === from);
    const known = this.#heads.get(id) ?? new Map<string, { link: string; before: string }>();
    for (const name of ['headline', 'summary'] as const) {
      const link = heads[name];
      if (link) known.set(name, { link, before: source?.text[name] ?? '' });
    }
    this.#heads.set(id, known);
  }

  #record(id: string, { from, rows }: t.TranslationDraft): void {
    const links = new Map<string, Link>();
    const left = new Set<string>();
    const source = this.#siblings(this.#edition(id).story).find((each) => each.lang === from);
    const said = new Map(piecesOf(source?.text.body ?? '').map((piece) => [piece.digest, piece.source]));
    const held = this.#links.get(id);
    for (const row of rows) {
      if (row.done && row.target.trim() === '') for (const digest of row.sources) left.add(digest);
      for (const { digest } of piecesOf(row.target)) {
        const to = row.done ? row.sources : row.links;
        const before = to.map((each) => said.get(each) ?? held?.get(digest)?.before ?? '').join('\n\n');
        links.set(digest, { links: to, before });
      }
    }
    this.#links.set(id, links);
    this.#left.set(id, left);
  }

  #rows(edition: t.Edition, source: t.Edition): t.TranslationRow[] {
    const sources = piecesOf(source.text.body);
    const targets = piecesOf(edition.text.body);
    const links = this.#links.get(edition.id) ?? guessed(sources, targets);
    const rows = targets.map((piece) => this.#row(piece, links.get(piece.digest), sources));
    const joined = rows.reduce<t.TranslationRow[]>((list, row) => {
      const last = list.at(-1);
      const same = last && row.links.length > 0 && last.links.join() === row.links.join();
      return same
        ? [...list.slice(0, -1), { ...last, target: `${last.target}\n\n${row.target}` }]
        : [...list, row];
    }, []);
    return this.#withMissing(edition.id, joined, sources);
  }

  #row(piece: t.Piece, link: Link | undefined, sources: t.Piece[]): t.TranslationRow {
    const row = blankRow(piece.digest, piece.source);
    if (!link || link.links.length === 0) return { ...row, state: 'extra' };
    const found = sources.filter((each) => link.links.includes(each.digest));
    if (found.length === link.links.length)
      return { ...row, ...about(found), links: link.links, state: 'fresh' };
    // The block that stands where the lost one stood, unless another target has it.
    const near = found[0] ?? sources.find((each) => alike(each.source, link.before));
    const same = link.links.every(
      (digest) => this.#same.has(digest) || found.some((f) => f.digest === digest),
    );
    if (!near) return { ...row, links: link.links, state: 'gone', before: link.before };
    const diff: t.DiffPart[] = [
      { op: 'del', text: link.before },
      { op: 'add', text: near.source },
    ];
    if (same) return { ...row, ...about([near]), links: link.links, state: 'fresh' };
    return { ...row, ...about([near]), links: link.links, state: 'stale', before: link.before, diff };
  }

  #withMissing(id: string, rows: t.TranslationRow[], sources: t.Piece[]): t.TranslationRow[] {
    const left = this.#left.get(id);
    const result = [...rows];
    let place = 0;
    for (const piece of sources) {
      const at = result.findIndex((row) => row.sources.some(({ digest }) => digest === piece.digest));
      if (at >= 0) {
        place = at + 1;
        continue;
      }
      const state = left?.has(piece.digest) ? 'fresh' : 'missing';
      result.splice(place++, 0, { ...blankRow(`+${piece.digest}`, ''), ...about([piece]), state });
    }
    return result;
  }

  #siblings(story: string): t.Edition[] {
    return [...this.data.editions.values()].filter((each) => each.story === story);
  }

  #edition(id: string): t.Edition {
    const found = this.data.editions.get(id);
    if (!found) throw this.refuse('notFound', 'notFound.edition');
    return found;
  }

  #refuse(): never {
    throw this.refuse('notFound', 'notFound.edition');
  }
}

const now = () => new Date().toISOString();
const blankRow = (key: string, target: string): t.TranslationRow => ({
  key,
  state: 'missing',
  sources: [],
  links: [],
  target,
  before: '',
  diff: [],
  tokens: [],
});

function about(sources: t.Piece[]): Pick<t.TranslationRow, 'sources' | 'tokens'> {
  return { sources, tokens: sources.flatMap((piece) => piece.source.match(/!?\[[^\]]*\]\([^)]*\)/g) ?? []) };
}

// Without links, blocks go with each other in their order.
function guessed(sources: t.Piece[], targets: t.Piece[]): Map<string, Link> {
  return new Map(
    targets.flatMap((target, i) => {
      const piece = sources[i];
      return piece ? [[target.digest, { links: [piece.digest], before: piece.source }] as const] : [];
    }),
  );
}

function alike(a: string, b: string): boolean {
  const [mine, yours] = [new Set(a.split(/\s+/)), b.split(/\s+/)];
  return yours.filter((word) => mine.has(word)).length * 2 > yours.length;
}

function piecesOf(body: string): t.Piece[] {
  return body
    .split(/\n\s*\n/)
    .map((source) => source.trim())
    .filter(Boolean)
    .map((source) => {
      const kind = source.startsWith('#') ? 'heading' : source.startsWith('![') ? 'figure' : 'paragraph';
      const text = source.replace(/^#+ |[*_]|!?\[([^\]]*)\]\([^)]*\)/g, '$1');
      return { digest: digestOf(source), kind, source, text, html: '' };
    });
}

const headDigest = (name: string, words: string) => digestOf(`${name}: ${words}`);

// FNV-1a over the words
function digestOf(source: string): string {
  let hash = 0x811c9dc5;
  for (const letter of source.replace(/\s+/g, ' ')) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
