import type { Backend } from '$lib/backend/backend';
import type { RelatedEdition, TagSuggestion } from '$lib/backend/types';

type Door = Pick<Backend, 'related' | 'tagSuggestions' | 'on'>;

/** Milliseconds in which nothing may be saved until both are read anew. */
export const QUIET = 3000;

/**
 * What an edition is in company with: editions of other stories that belong with it, and
 * tags that such texts carry. Both follow its text and its story's tags; the text at a
 * distance, since finding what is like it goes through the whole archive, and whoever
 * saves is writing.
 */
export class Company {
  related = $state.raw<RelatedEdition[]>([]);
  suggestions = $state.raw<TagSuggestion[]>([]);

  #door: Door;
  #id: string;
  #round = 0;
  #followed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #offs: (() => void)[];

  constructor(door: Door, id: string, story: string) {
    this.#door = door;
    this.#id = id;
    this.#offs = [
      door.on('edition:changed', (changed) => void (changed.id === id && this.#soon(QUIET))),
      door.on('story:changed', (changed) => void (changed.id === story && this.#soon(0))),
      door.on('terms:changed', () => this.#soon(0)),
    ];
  }

  /** Says whether it is in sight: it is read when it comes there, and then with every change. */
  follow(inSight: boolean): void {
    this.#followed = inSight;
    clearTimeout(this.#timer);
    if (inSight) void this.load();
  }

  /**
   * Reads both again, one after the other: neither is waited for. What is there stays in
   * sight until then, and also where that fails: nobody asked for it.
   */
  async load(): Promise<void> {
    clearTimeout(this.#timer);
    const round = ++this.#round;
    const related = await this.#door.related(this.#id).catch(() => this.related);
    if (round !== this.#round) return;
    this.related = related;
    const suggestions = await this.#door.tagSuggestions(this.#id).catch(() => this.suggestions);
    if (round === this.#round) this.suggestions = suggestions;
  }

  /** Lets go of the events. */
  close(): void {
    this.#round++;
    clearTimeout(this.#timer);
    for (const off of this.#offs) off();
  }

  #soon(wait: number): void {
    if (!this.#followed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.load(), wait);
  }
}
