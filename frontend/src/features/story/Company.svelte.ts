import type { Backend } from '$lib/backend/backend';
import type { RelatedEdition, TagSuggestion } from '$lib/backend/types';

type Door = Pick<Backend, 'related' | 'tagSuggestions' | 'on'>;

/**
 * What an edition is in company with: editions of other stories that belong with it, and
 * tags that such texts carry. Both follow its text and its story's tags.
 */
export class Company {
  related = $state.raw<RelatedEdition[]>([]);
  suggestions = $state.raw<TagSuggestion[]>([]);

  #door: Door;
  #id: string;
  #round = 0;
  #offs: (() => void)[];

  constructor(door: Door, id: string, story: string) {
    this.#door = door;
    this.#id = id;
    this.#offs = [
      door.on('edition:changed', (changed) => void (changed.id === id && this.load())),
      door.on('story:changed', (changed) => void (changed.id === story && this.load())),
      door.on('terms:changed', () => void this.load()),
    ];
  }

  /** Reads both again. What is there stays in sight until then, and also where that fails: nobody asked for it. */
  async load(): Promise<void> {
    const round = ++this.#round;
    const [related, suggestions] = await Promise.all([
      this.#door.related(this.#id).catch(() => this.related),
      this.#door.tagSuggestions(this.#id).catch(() => this.suggestions),
    ]);
    if (round !== this.#round) return;
    this.related = related;
    this.suggestions = suggestions;
  }

  /** Lets go of the events. */
  close(): void {
    for (const off of this.#offs) off();
  }
}
