import type { Backend } from '$lib/backend/backend';
import type { Lang, NameNeeded } from '$lib/backend/types';

/** How many names have a figure of their own. */
const figures = 9;

/** The names that the block which is being translated needs, in its order. */
export class NeededNames {
  list = $state.raw<readonly NameNeeded[]>([]);

  readonly #door: Pick<Backend, 'neededNames'>;
  #asked = 0;

  constructor(door: Pick<Backend, 'neededNames'>) {
    this.#door = door;
  }

  /** Those that can be inserted, in the order of their figures. */
  get insertable(): readonly NameNeeded[] {
    return this.list.filter((name) => name.accepted !== '').slice(0, figures);
  }

  /** The keys that insert a name; "" where it has none. */
  keysOf(name: NameNeeded): string {
    const at = this.insertable.indexOf(name);
    return at < 0 ? '' : `Alt+Shift+${at + 1}`;
  }

  /** Asks for the names of a text. Where they cannot be had, none are shown. */
  async ask(from: Lang, to: Lang, text: string): Promise<void> {
    const asked = ++this.#asked;
    const found = text === '' ? [] : await this.#door.neededNames(from, to, text).catch(() => []);
    if (asked === this.#asked) this.list = found;
  }
}
