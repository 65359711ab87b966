import type { Backend } from '$lib/backend/backend';
import type { Lang, MyWork as Lists } from '$lib/backend/types';

type Door = Pick<Backend, 'myWork' | 'on'>;

const REFRESH_WAIT = 250; // milliseconds in which changes from elsewhere are gathered

/** What waits for the member of this device, and keeps up with what changes. */
export class MyWork {
  /** Why it could not be read; null when it could. */
  problem = $state.raw<unknown>(null);

  #lists = $state.raw<Lists>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #round = 0;
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

  /** The lists; undefined until they are there. */
  get lists(): Lists | undefined {
    return this.#lists;
  }

  /** Nothing waits at all. */
  get free(): boolean {
    return this.#lists !== undefined && Object.values(this.#lists).every((list) => list.length === 0);
  }

  async load(): Promise<void> {
    clearTimeout(this.#timer);
    const round = ++this.#round;
    try {
      const lists = await this.#door.myWork(this.#lang());
      if (round !== this.#round) return;
      this.#lists = lists;
      this.problem = null;
    } catch (thrown) {
      if (round === this.#round) this.problem = thrown;
    }
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#round++;
    for (const off of this.#offs) off();
  }
}
