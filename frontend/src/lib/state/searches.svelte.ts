import type { Backend } from '$lib/backend/backend';
import type { EditionFilter, SavedSearch } from '$lib/backend/types';

type Door = Pick<Backend, 'savedSearches' | 'saveSearch' | 'removeSearch'>;

/** The searches that this device remembers, and the one that the list is to show next. */
export class Searches {
  saved = $state.raw<SavedSearch[]>([]);
  #wanted = $state.raw<EditionFilter | null>(null);
  #door: Door;

  constructor(door: Door) {
    this.#door = door;
  }

  async load(): Promise<void> {
    this.saved = await this.#door.savedSearches();
  }

  /** Remembers a search, or a remembered one under another name. */
  async save(search: SavedSearch): Promise<void> {
    await this.#door.saveSearch(search);
    await this.load();
  }

  async remove(id: string): Promise<void> {
    await this.#door.removeSearch(id);
    await this.load();
  }

  /** Has the list show a filter as soon as it is in sight. */
  ask(filter: EditionFilter): void {
    this.#wanted = filter;
  }

  get asked(): boolean {
    return this.#wanted !== null;
  }

  /** What the list was asked for, once. */
  take(): EditionFilter | null {
    const wanted = this.#wanted;
    this.#wanted = null;
    return wanted;
  }
}
