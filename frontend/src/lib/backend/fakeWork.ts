import { languages } from './fakeNewsroom';
import { FakeTranslation } from './fakeTranslation';
import type * as t from './types';

const page = 50;

/** Who makes what, what is asked for, and the grid story × language. */
export class FakeWork extends FakeTranslation {
  readonly #claims = new Map<string, t.Claim>();
  readonly #asked = new Map<string, t.Asked>();

  async claim(edition: string, over: boolean): Promise<void> {
    const held = this.#claims.get(edition);
    if (held && !held.mine && !over) throw this.refuse('conflict', 'claim.taken');
    const since = new Date().toISOString();
    const until = new Date(Date.now() + 3 * 86_400_000).toISOString();
    this.#claims.set(edition, { member: this.data.session.member.name, mine: true, since, until });
    this.emit('edition:changed', { id: edition, story: edition });
  }

  releaseClaim = async (edition: string) => void this.#claims.delete(edition);
  claimOf = async (edition: string) => this.#claims.get(edition) ?? null;
  takeBackRequest = async (edition: string) => void this.#asked.delete(edition);

  async askFor(stories: string[], langs: t.Lang[], note: string): Promise<number> {
    let asked = 0;
    for (const row of this.#rows().filter((each) => stories.includes(each.story))) {
      for (const cell of row.cells.filter((each) => each.edition === '' && langs.includes(each.lang))) {
        const time = new Date().toISOString();
        this.#asked.set(`${row.story}.${cell.lang}`, { member: this.data.session.member.name, time, note });
        asked++;
      }
    }
    return asked;
  }

  async coverageIndex(filter: t.CoverageFilter): Promise<t.EditionIndex> {
    const total = this.#filtered(filter).length;
    return { total, page, keys: Array.from({ length: Math.ceil(total / page) }, (_, i) => String(i * page)) };
  }

  coverage = async (filter: t.CoverageFilter, key: string) =>
    this.#filtered(filter).slice(Number(key), Number(key) + page);

  liveCounts = async (): Promise<t.LiveCount[]> =>
    languages.map((lang, i) => ({ lang, day: new Date().toISOString().slice(0, 10), count: i + 1 }));

  async myWork(): Promise<t.MyWork> {
    const items = [...this.data.editions.values()].map(itemOf);
    const rows = this.#rows();
    return {
      drafts: items.filter((each) => each.work === 'drafting' && each.live === 'notLive'),
      returned: items.filter((each) => each.work === 'returned'),
      claimed: rows.filter((row) => row.cells.some((cell) => cell.claim?.mine)),
      requested: rows.filter((row) => row.cells.some((cell) => cell.asked)),
      lacking: rows.filter((row) => row.cells.some((cell) => cell.state === 'missing')).slice(0, page),
      stale: items.filter((each) => each.stale > 0),
      submitted: items.filter((each) => each.work === 'submitted'),
      sent: [],
      staleLive: items.filter((each) => each.stale > 0 && each.live === 'live'),
      scheduled: items.filter((each) => each.live === 'scheduled'),
      failed: this.data.destinations.filter((each) => each.failed !== 0),
    };
  }

  #filtered({ section, lang, cell }: t.CoverageFilter): t.CoverageRow[] {
    const here = (each: t.Cell) =>
      (lang === '' || each.lang === lang) && (cell === '' || each.state === cell);
    return this.#rows().filter(
      (row) => (section === '' || row.sections.includes(section)) && row.cells.some(here),
    );
  }

  #rows(): t.CoverageRow[] {
    return [...this.data.stories.values()].map((story) => {
      const editions = [...this.data.editions.values()].filter((each) => each.story === story.id);
      const first = editions.find((each) => each.lang === story.source) ?? editions[0];
      return {
        story: story.id,
        source: story.source,
        created: story.created,
        sections: story.sections,
        headline: first?.text.headline ?? '',
        lang: first?.lang ?? '',
        embargo: story.embargo,
        cells: languages.map((lang) => this.#cell(story.id, lang, editions)),
      };
    });
  }

  #cell(story: string, lang: t.Lang, editions: t.Edition[]): t.Cell {
    const edition = editions.find((each) => each.lang === lang);
    const name = edition?.id ?? `${story}.${lang}`;
    const live = edition?.live.state ?? 'notLive';
    return {
      lang,
      edition: edition?.id ?? '',
      state: live !== 'notLive' ? live : (edition?.work.state ?? 'missing'),
      work: edition?.work.state ?? '',
      changed: edition?.changed ?? false,
      stale: 0,
      missing: 0,
      published: edition?.live.published ?? '',
      goesLive: (live === 'scheduled' ? edition?.live.published : edition?.live.next) ?? '',
      claim: this.#claims.get(name) ?? null,
      asked: edition ? null : (this.#asked.get(name) ?? null),
    };
  }
}

function itemOf(edition: t.Edition): t.WorkItem {
  return {
    edition: edition.id,
    story: edition.story,
    lang: edition.lang,
    headline: edition.text.headline,
    goesLive: edition.live.state === 'scheduled' ? edition.live.published : edition.live.next,
    words: edition.text.body.split(/\s+/).length,
    work: edition.work.state,
    live: edition.live.state,
    changed: edition.changed,
    stale: 0,
    missing: 0,
    time: edition.work.time || edition.saved,
    note: edition.work.note,
    member: edition.work.member,
  };
}
