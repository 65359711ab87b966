import type { Backend } from '$lib/backend/backend';
import type { Lang, Match } from '$lib/backend/types';

/** What was said before for the block that is being translated, the best first. */
export class Matches {
  list = $state.raw<readonly Match[]>([]);

  readonly #door: Pick<Backend, 'matches'>;
  #asked = 0;

  constructor(door: Pick<Backend, 'matches'>) {
    this.#door = door;
  }

  /** The keys that insert a match. */
  keysOf(match: Match): string {
    return `Mod+${this.list.indexOf(match) + 1}`;
  }

  /** Asks for the matches of a block. Where they cannot be had, none are shown. */
  async ask(edition: string, from: Lang, source: string): Promise<void> {
    const asked = ++this.#asked;
    const found = source.trim() === '' ? [] : await this.#door.matches(edition, from, source).catch(() => []);
    if (asked === this.#asked) this.list = found;
  }
}
