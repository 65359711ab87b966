import { SvelteMap } from 'svelte/reactivity';
import { carryMarks, type Mark } from '$ui/marks';
import type { Complete } from '$ui/Offers.svelte';

/**
 * What is underlined in the translation. Whoever looks at the words of a row puts the
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

  /** Takes the place of what `from` said of the row before. */
  set(from: string, row: string, words: string, marks: readonly Mark[]): void {
    let board = this.#marks.get(row);
    if (!board) this.#marks.set(row, (board = new SvelteMap()));
    board.set(from, { words, marks });
  }

  /** Takes away all that `from` said. */
  clear(from: string): void {
    for (const board of this.#marks.values()) board.delete(from);
  }

  /** The marks of a row, for the words that stand there now. */
  of(row: string, words: string): readonly Mark[] {
    const board = this.#marks.get(row);
    if (!board) return [];
    return [...board.values()].flatMap((each) => carryMarks(each.marks, each.words, words));
  }
}
