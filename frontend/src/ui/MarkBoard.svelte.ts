import { SvelteMap } from 'svelte/reactivity';
import { carryMarks, type Mark } from './marks';
import type { Complete } from './Offers.svelte';

/**
 * What is underlined in several fields. Whoever looks at the words of a field puts the
 * marks here under a name of its own, with the words that it looked at; until it looks
 * again, the marks move along with what is typed. `complete` says what words that are
 * being typed can become.
 */
export class MarkBoard {
  readonly complete: Complete | undefined;

  #marks = new SvelteMap<string, SvelteMap<string, { words: string; marks: readonly Mark[] }>>();

  constructor(complete?: Complete) {
    this.complete = complete;
  }

  /** Takes the place of what `from` said of the field before. */
  set(from: string, field: string, words: string, marks: readonly Mark[]): void {
    let board = this.#marks.get(field);
    if (!board) this.#marks.set(field, (board = new SvelteMap()));
    board.set(from, { words, marks });
  }

  /** Takes away all that `from` said. */
  clear(from: string): void {
    for (const board of this.#marks.values()) board.delete(from);
  }

  /** The marks of a field, for the words that stand there now. */
  of(field: string, words: string): readonly Mark[] {
    const board = this.#marks.get(field);
    if (!board) return [];
    return [...board.values()].flatMap((each) => carryMarks(each.marks, each.words, words));
  }
}
