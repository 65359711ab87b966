import type { Backend } from '$lib/backend/backend';
import type { EditionFilter, EditionRow } from '$lib/backend/types';
import type { Command } from '$lib/keys/commands.svelte';
import { scored } from './score';

/** Something that the palette leads to. */
export type Find =
  | { kind: 'command'; id: string; title: string; command: Command }
  | { kind: 'edition'; id: string; title: string; edition: EditionRow }
  | { kind: 'search'; id: string; title: string; filter: EditionFilter };

const pause = 120; // milliseconds after the last key before the archive is searched
const mostCommands = 8;
const mostEditions = 8;

const everything: EditionFilter = {
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

/** Finds commands and stories while the user types. */
export class Finder {
  readonly #backend: Backend;
  readonly #commands: () => Command[];
  #query = $state('');
  #editions = $state.raw<EditionRow[]>([]);
  #at = $state(0);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(backend: Backend, commands: () => Command[]) {
    this.#backend = backend;
    this.#commands = commands;
  }

  get query(): string {
    return this.#query;
  }

  set query(query: string) {
    this.#query = query;
    this.#at = 0;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.search(), pause);
  }

  readonly finds: Find[] = $derived.by(() => {
    const usable = this.#commands().filter((command) => !command.hidden && !command.disabled);
    const commands = scored(this.#query, usable, (command) => command.title).slice(0, mostCommands);
    return [
      ...commands.map((command): Find => ({
        kind: 'command',
        id: command.id,
        title: command.title,
        command,
      })),
      ...this.#editions.map((edition): Find => ({
        kind: 'edition',
        id: edition.id,
        title: edition.headline,
        edition,
      })),
      ...this.#searches(),
    ];
  });

  // All that the archive has, beyond the few rows of the palette.
  #searches(): Find[] {
    const query = this.#query.trim();
    if (query === '' || this.#editions.length === 0) return [];
    return [{ kind: 'search', id: 'all', title: query, filter: { ...everything, query, sort: 'match' } }];
  }

  /** Index of the chosen find; stays inside the list. */
  get at(): number {
    return Math.min(this.#at, Math.max(0, this.finds.length - 1));
  }

  set at(index: number) {
    this.#at = index;
  }

  get chosen(): Find | undefined {
    return this.finds[this.at];
  }

  /** Moves up or down, round the ends. */
  move(by: number): void {
    const count = this.finds.length;
    if (count > 0) this.#at = (this.at + by + count) % count;
  }

  /** Searches the archive; with an empty query it gives what changed last. Answers that come too late are dropped. */
  async search(): Promise<void> {
    const query = this.#query.trim();
    const filter = { ...everything, query, sort: query === '' ? everything.sort : ('match' as const) };
    const { keys } = await this.#backend.editionIndex(filter);
    const first = keys[0];
    const rows = first === undefined ? [] : await this.#backend.editions(filter, first);
    if (this.#query.trim() === query) this.#editions = rows.slice(0, mostEditions);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
