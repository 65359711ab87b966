import type { TranslationHead } from '$lib/backend/types';
import { blank } from './row';

/**
 * How the headline and summary of a translation stand to those of its source. Where the
 * source's has changed, that is shown until somebody says that it is looked at: for the
 * words that were on the screen, so that a further change is seen again.
 */
export class Heads {
  readonly list: readonly TranslationHead[];
  readonly #done: ReadonlyMap<string, string>; // name → digest of what the source said

  constructor(list: readonly TranslationHead[], done: ReadonlyMap<string, string> = new Map()) {
    this.list = list;
    this.#done = done;
  }

  /** What changed in the source of a head, undefined where nothing did. */
  stale(name: string): TranslationHead | undefined {
    return this.list.find((head) => head.name === name && head.stale && this.#done.get(name) !== head.now);
  }

  get changed(): number {
    return this.list.filter((head) => this.stale(head.name)).length;
  }

  /** The same, and one of them is done. */
  finish(name: string): Heads {
    const head = this.stale(name);
    return head ? new Heads(this.list, new Map([...this.#done, [name, head.now]])) : this;
  }

  /** Go's answer. What was done here stays done where the source says the same still. */
  take(list: readonly TranslationHead[]): Heads {
    const kept = list.filter((head) => head.stale && this.#done.get(head.name) === head.now);
    return new Heads(list, new Map(kept.map((head) => [head.name, head.now])));
  }

  /** What Go is told: what those translate that are done, or were fresh and have words. */
  wire(words: (name: TranslationHead['name']) => string): Record<string, string> {
    const said = this.list.filter((head) =>
      head.stale ? this.#done.get(head.name) === head.now : !blank(words(head.name)),
    );
    return Object.fromEntries(said.map((head) => [head.name, head.now]));
  }
}
