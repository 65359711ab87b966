import type { Mark } from './marks';
import type { MarkBoard } from './MarkBoard.svelte';

/** Looks several texts through at once; the marks of each, in their order. */
export type Look = (texts: string[]) => Promise<readonly (readonly Mark[])[]>;

const PAUSE = 300; // milliseconds without typing before words are looked through

/**
 * Has the words of several fields looked through, a moment after they change, and puts
 * what was found on the board. Only what changed is looked through again. Where looking
 * fails nothing is marked, and the words are looked through at their next change.
 */
export class MarkWatch {
  readonly #board: MarkBoard;
  readonly #name: string;
  readonly #look: Look;
  #seen = new Map<string, string>(); // key of a field → words that were looked through
  #words = new Map<string, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(board: MarkBoard, name: string, look: Look) {
    this.#board = board;
    this.#name = name;
    this.#look = look;
  }

  /** The words of all fields, by their keys, as they stand now. */
  update(words: Map<string, string>): void {
    this.#words = words;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), this.#seen.size === 0 ? 0 : PAUSE);
  }

  /** What was found is no longer true: all is looked through again. */
  again(): void {
    this.#seen.clear();
    this.update(this.#words);
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    const changed = [...this.#words].filter(([key, words]) => this.#seen.get(key) !== words);
    if (changed.length === 0) return;
    for (const [key, words] of changed) this.#seen.set(key, words);
    const found = await this.#look(changed.map(([, words]) => words)).catch(() => []);
    changed.forEach(([key, words], i) => this.#board.set(this.#name, key, words, found[i] ?? []));
  }
}
