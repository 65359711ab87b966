import type { Backend } from '$lib/backend/backend';
import type { Story } from '$lib/backend/types';

type Door = Pick<Backend, 'story' | 'changeStory' | 'on'>;

const WAIT = 500; // milliseconds after the last change

/** What a person can change of a story. */
export type StoryPatch = Partial<Pick<Story, 'sections' | 'tags' | 'place' | 'lead' | 'source' | 'notes'>>;

/**
 * The card of a story: what holds in every language. Changes are written after a
 * short pause, one call at a time; an answer replaces only what was not changed
 * since.
 */
export class StoryCard {
  story = $state.raw() as Story;
  problem = $state.raw<unknown>(null);

  #shown: Story; // as Go gave it last: what a change is a change of
  #changed = $state(0);
  #written = $state(0);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tail: Promise<void> = Promise.resolve();
  #door: Door;
  #offs: (() => void)[];

  constructor(door: Door, story: Story) {
    this.#door = door;
    this.story = this.#shown = story;
    this.#offs = [
      door.on('story:changed', ({ id }) => void (id === story.id && this.refresh())),
      door.on('edition:changed', (changed) => void (changed.story === story.id && this.refresh())),
    ];
  }

  /** Everything changed here has been written. */
  get settled(): boolean {
    return this.#changed === this.#written;
  }

  change(patch: StoryPatch): void {
    this.story = { ...this.story, ...patch };
    this.#changed++;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.write(), WAIT);
  }

  /** Writes now what is not written yet. */
  write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#tail = this.#tail.then(async () => {
      const version = this.#changed;
      if (version === this.#written) return;
      try {
        const answer = await this.#door.changeStory(this.#shown, this.story);
        this.#written = version;
        this.#shown = answer;
        this.problem = null;
        if (version === this.#changed) this.story = answer;
      } catch (problem) {
        this.problem = problem;
      }
    });
    return this.#tail;
  }

  /** Reads the story again; what was changed here meanwhile stays. */
  async refresh(): Promise<void> {
    const version = this.#changed;
    const answer = await this.#door.story(this.story.id).catch(() => null);
    if (!answer) return;
    const own = version !== this.#changed || !this.settled;
    const { editions, removed, embargo } = answer;
    this.story = own ? { ...this.story, editions, removed, embargo } : answer;
    if (!own) this.#shown = answer;
  }

  /** Leaves the story: writes what is open and lets go of the events. */
  async close(): Promise<void> {
    await this.write();
    for (const off of this.#offs) off();
  }
}
