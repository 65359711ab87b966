import type { Backend } from '$lib/backend/backend';
import type { Lang, MemoryState, Use } from '$lib/backend/types';

/** Where words were used, and what stands there in another language. */
export class Uses {
  words = $state('');
  list = $state.raw<readonly Use[]>([]);
  state = $state.raw<MemoryState>({ passages: 0, waiting: 0 });

  readonly #door: Pick<Backend, 'uses' | 'memoryState'>;
  #asked = 0;

  constructor(door: Pick<Backend, 'uses' | 'memoryState'>) {
    this.#door = door;
  }

  /** Looks for the words. */
  async find(lang: Lang, other: Lang): Promise<void> {
    const asked = ++this.#asked;
    const words = this.words.trim();
    const found = words === '' ? [] : await this.#door.uses(words, lang, other).catch(() => []);
    if (asked === this.#asked) this.list = found;
  }

  /** How much is remembered, and how much is still to be read. */
  async look(): Promise<void> {
    this.state = await this.#door.memoryState().catch(() => this.state);
  }
}
