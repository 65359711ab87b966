import { SvelteMap } from 'svelte/reactivity';
import type { Backend } from '$lib/backend/backend';
import type { EditionFilter, EditionIndex, EditionRow } from '$lib/backend/types';

type Door = Pick<Backend, 'editionIndex' | 'editions' | 'on'>;

/** A list without a filter: everything that was not removed, newest change first. */
export const everything: EditionFilter = {
  query: '',
  lang: '',
  section: '',
  tag: '',
  work: '',
  live: '',
  mine: false,
  removed: false,
  since: '',
  until: '',
  sort: 'updated',
  descending: true,
};

const QUERY_WAIT = 120; // milliseconds after the last letter of a search
const REFRESH_WAIT = 250; // milliseconds in which changes from elsewhere are gathered
const PAGES_KEPT = 40;

const nothing: EditionIndex = { total: 0, page: 1, keys: [] };

/**
 * The list of editions. It knows how long the list is and where every page of it
 * begins, and fetches the pages that come into sight. Old rows stay on screen until
 * the new ones are there, so neither typing in the search field nor a change from
 * elsewhere makes the list flicker.
 */
export class StoryList {
  filter = $state.raw<EditionFilter>(everything);
  /** Place of the chosen row in the list; -1 where none is. */
  chosen = $state(-1);
  /** Why the list could not be read; null when it could. */
  problem = $state.raw<unknown>(null);

  #index = $state.raw<EditionIndex>(nothing);
  #pages = new SvelteMap<number, EditionRow[]>();
  #asked = new Set<number>();
  #round = 0; // rises with every index, so that answers to older questions are dropped
  #loaded = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #seen: [number, number] = [0, 0];
  #door: Door;
  #offs: (() => void)[];

  constructor(door: Door, filter: EditionFilter = everything) {
    this.#door = door;
    this.filter = filter;
    const soon = () => this.#reloadIn(REFRESH_WAIT);
    this.#offs = [door.on('edition:changed', soon), door.on('story:changed', soon)];
  }

  get total(): number {
    return this.#index.total;
  }

  /** A search found more than it lists. */
  get more(): boolean {
    return this.#index.more ?? false;
  }

  /** Words are looked for. */
  get searching(): boolean {
    return this.filter.query.trim() !== '';
  }

  /** What to show where there are no rows: nothing yet, no story at all, none that match, or an empty bin. */
  get emptiness(): 'loading' | 'first' | 'unmatched' | 'bin' | null {
    if (this.total > 0) return null;
    if (!this.#loaded || this.problem) return 'loading';
    if (this.filtered) return 'unmatched';
    return this.filter.removed ? 'bin' : 'first';
  }

  /** Something narrows the list. */
  get filtered(): boolean {
    const { query, lang, section, tag, work, live, mine, since, until } = this.filter;
    return [query.trim(), lang, section, tag, work, live, since, until].some((value) => value !== '') || mine;
  }

  /** The row at a place, or undefined while it is on its way. */
  row(place: number): EditionRow | undefined {
    const { page } = this.#index;
    return this.#pages.get(Math.floor(place / page))?.[place % page];
  }

  /** Narrows, widens or sorts the list. */
  narrow(patch: Partial<EditionFilter>): void {
    this.filter = { ...this.filter, ...patch };
    if (!this.searching && this.filter.sort === 'match') this.filter = { ...this.filter, sort: 'updated' };
    this.#reloadIn('query' in patch ? QUERY_WAIT : 0);
  }

  /** Shows a whole filter that was remembered; what it does not know of does not filter. */
  show(filter: EditionFilter): void {
    this.narrow({ ...everything, ...filter });
  }

  /** Takes every filter away; the order and the bin stay as they are. */
  clear(): void {
    const { sort, descending, removed } = this.filter;
    this.narrow({ ...everything, sort, descending, removed });
  }

  /** Sorts by a column; a second time turns the order round. */
  sortBy(sort: EditionFilter['sort']): void {
    const same = sort === this.filter.sort;
    this.narrow({ sort, descending: same ? !this.filter.descending : sort !== 'headline' });
  }

  /** The rows from first to last are in sight: fetches what is missing of them. */
  see(first: number, last: number): void {
    this.#seen = [first, last];
    const { page, keys } = this.#index;
    for (let n = Math.floor(first / page); n <= Math.floor(last / page) && n < keys.length; n++) {
      if (!this.#asked.has(n)) void this.#fetch(n, this.#round);
    }
    this.#forget();
  }

  /** Reads the list again. */
  async load(): Promise<void> {
    clearTimeout(this.#timer);
    const round = ++this.#round;
    const filter = this.filter;
    const before = this.row(this.chosen)?.id;
    try {
      const index = await this.#door.editionIndex(filter);
      if (round !== this.#round) return;
      const last = Math.min(this.#seen[1], index.total - 1);
      const first = Math.min(this.#seen[0], Math.max(0, last));
      const wanted =
        index.total === 0 ? [] : range(Math.floor(first / index.page), Math.floor(last / index.page));
      const pages = await Promise.all(wanted.map((n) => this.#door.editions(filter, index.keys[n] ?? '')));
      if (round !== this.#round) return;
      this.#replace(index, wanted, pages);
      this.#keepChosen(before);
      this.problem = null;
    } catch (problem) {
      if (round === this.#round) this.problem = problem;
    } finally {
      if (round === this.#round) this.#loaded = true;
    }
  }

  /** Lets go of the events. */
  close(): void {
    clearTimeout(this.#timer);
    for (const off of this.#offs) off();
  }

  #replace(index: EditionIndex, numbers: number[], pages: EditionRow[][]): void {
    this.#index = index;
    this.#pages.clear();
    this.#asked = new Set(numbers);
    numbers.forEach((n, i) => this.#pages.set(n, pages[i] ?? []));
  }

  // The chosen edition may have moved to another place; one that left the list is no longer chosen.
  #keepChosen(id: string | undefined): void {
    if (id === undefined) {
      this.chosen = Math.min(this.chosen, this.total - 1);
      return;
    }
    for (const [n, rows] of this.#pages) {
      const at = rows.findIndex((row) => row.id === id);
      if (at >= 0) {
        this.chosen = n * this.#index.page + at;
        return;
      }
    }
    this.chosen = -1;
  }

  async #fetch(n: number, round: number): Promise<void> {
    this.#asked.add(n);
    try {
      const rows = await this.#door.editions(this.filter, this.#index.keys[n] ?? '');
      if (round === this.#round) this.#pages.set(n, rows);
    } catch (problem) {
      if (round !== this.#round) return;
      this.#asked.delete(n);
      this.problem = problem;
    }
  }

  // Pages far from what is in sight are let go, the farthest first.
  #forget(): void {
    if (this.#pages.size <= PAGES_KEPT) return;
    const middle = (this.#seen[0] + this.#seen[1]) / 2 / this.#index.page;
    const far = [...this.#pages.keys()].sort((a, b) => Math.abs(b - middle) - Math.abs(a - middle));
    for (const n of far.slice(0, this.#pages.size - PAGES_KEPT)) {
      this.#pages.delete(n);
      this.#asked.delete(n);
    }
  }

  #reloadIn(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.load(), wait);
  }
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
