import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { Backend } from '$lib/backend/backend';
import type { CoverageFilter, CoverageRow, EditionIndex, Lang } from '$lib/backend/types';
import { pagesOf, type Range } from '$ui/range';

type Door = Pick<Backend, 'coverageIndex' | 'coverage' | 'askFor' | 'on'>;

/** The whole grid. */
export const everyStory: CoverageFilter = { section: '', from: '', to: '', lang: '', cell: '' };

const REFRESH_WAIT = 250; // milliseconds in which changes from elsewhere are gathered
/** So many stories can be chosen at once. */
export const mostChosen = 1000;

const nothing: EditionIndex = { total: 0, page: 1, keys: [] };

/** The grid story × language: its rows as they come into sight, and which are chosen. */
export class Coverage {
  filter = $state.raw<CoverageFilter>(everyStory);
  /** Why the grid could not be read; null when it could. */
  problem = $state.raw<unknown>(null);
  readonly chosen = new SvelteSet<string>();

  #index = $state.raw<EditionIndex>(nothing);
  #loaded = $state(false);
  readonly #pages = new SvelteMap<number, CoverageRow[]>();
  readonly #asked = new Set<number>();
  #round = 0; // rises with every index, so that answers to older questions are dropped
  #seen: Range = { start: 0, end: 0 };
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #door: Door;
  readonly #lang: () => Lang;
  readonly #offs: (() => void)[];

  /** `lang` is the language in which headlines are preferred. */
  constructor(door: Door, lang: () => Lang) {
    this.#door = door;
    this.#lang = lang;
    const soon = () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.load(), REFRESH_WAIT);
    };
    this.#offs = [door.on('edition:changed', soon), door.on('story:changed', soon)];
  }

  get total(): number {
    return this.#index.total;
  }

  /** Read, and there is no row. */
  get empty(): boolean {
    return this.#loaded && this.total === 0 && this.problem === null;
  }

  get filtered(): boolean {
    return Object.values(this.filter).some((value) => value !== '');
  }

  /** The row at a place, or undefined while it is on its way. */
  row(place: number): CoverageRow | undefined {
    const { page } = this.#index;
    return this.#pages.get(Math.floor(place / page))?.[place % page];
  }

  narrow(patch: Partial<CoverageFilter>): void {
    this.filter = { ...this.filter, ...patch };
    this.chosen.clear();
    void this.load();
  }

  /** These rows are in sight: fetches what is missing of them. */
  see(range: Range): void {
    this.#seen = range;
    for (const n of pagesOf(range, this.#index.page)) {
      if (n < this.#index.keys.length && !this.#asked.has(n)) void this.#fetch(n, this.#round);
    }
  }

  /** Reads the grid again; the old rows stay until the new ones are there. */
  async load(): Promise<void> {
    clearTimeout(this.#timer);
    const round = ++this.#round;
    try {
      const index = await this.#door.coverageIndex(this.filter);
      if (round !== this.#round) return;
      const end = Math.min(Math.max(this.#seen.end, 1), index.total);
      const wanted = pagesOf({ start: Math.min(this.#seen.start, Math.max(0, end - 1)), end }, index.page);
      const rows = await Promise.all(wanted.map((n) => this.#page(index, n)));
      if (round !== this.#round) return;
      this.#index = index;
      this.#pages.clear();
      this.#asked.clear();
      for (const [i, n] of wanted.entries()) {
        this.#asked.add(n);
        this.#pages.set(n, rows[i] ?? []);
      }
      this.#loaded = true;
      this.problem = null;
    } catch (thrown) {
      if (round === this.#round) this.problem = thrown;
    }
  }

  choose(story: string, on: boolean): void {
    if (on) this.chosen.add(story);
    else this.chosen.delete(story);
  }

  /** Chooses the rows between two places that have been in sight, both included. */
  chooseBetween(from: number, to: number): void {
    for (let place = Math.min(from, to); place <= Math.max(from, to); place++) {
      const row = this.row(place);
      if (row) this.chosen.add(row.story);
    }
  }

  /** Chooses all that the filter leaves, `mostChosen` at most. */
  async chooseAll(): Promise<void> {
    const index = this.#index;
    for (let n = 0; n < index.keys.length && this.chosen.size < mostChosen; n++) {
      const rows = this.#pages.get(n) ?? (await this.#page(index, n));
      if (index !== this.#index) return;
      for (const row of rows.slice(0, mostChosen - this.chosen.size)) this.chosen.add(row.story);
    }
  }

  /** Asks for editions of the chosen stories; returns how many were asked for. */
  async ask(langs: Lang[], note: string): Promise<number> {
    const asked = await this.#door.askFor([...this.chosen], langs, note);
    this.chosen.clear();
    await this.load();
    return asked;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#round++;
    for (const off of this.#offs) off();
  }

  #page(index: EditionIndex, n: number): Promise<CoverageRow[]> {
    return this.#door.coverage(this.filter, index.keys[n] ?? '', this.#lang());
  }

  async #fetch(n: number, round: number): Promise<void> {
    this.#asked.add(n);
    try {
      const rows = await this.#page(this.#index, n);
      if (round === this.#round) this.#pages.set(n, rows);
    } catch (thrown) {
      this.#asked.delete(n);
      if (round === this.#round) this.problem = thrown;
    }
  }
}
