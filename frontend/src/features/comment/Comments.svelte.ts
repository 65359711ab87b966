import type { Backend, Events } from '$lib/backend/backend';
import type { CommentCalls, Thread } from '$lib/backend/types';
import { beginningsOf, type Beginnings } from './Beginnings.svelte';
import type { Target } from './target';

type Door = CommentCalls & Pick<Backend, 'on'>;

/**
 * The comments on one edition. Go answers every act with all of them, as they stand in the
 * text of that moment; what others do is asked for again.
 */
export class Comments {
  readonly edition: string;
  readonly begun: Beginnings;
  threads = $state.raw<Thread[]>([]);
  loaded = $state(false);
  problem = $state.raw<unknown>(null);
  /** Id of the thread that something is being done to; "new" while one is being made. */
  busy = $state('');

  #door: Door;
  #round = 0;
  #offs: (() => void)[];

  constructor(door: Door, edition: string) {
    this.#door = door;
    this.edition = edition;
    this.begun = beginningsOf(door, edition);
    const ours = ({ id }: Events['edition:changed']) => void (id === edition && this.load());
    this.#offs = [door.on('comments:changed', () => void this.load()), door.on('edition:changed', ours)];
  }

  /** Those that nobody has settled, in the order of the text. */
  get waiting(): Thread[] {
    return this.threads.filter((thread) => thread.outcome === '' && !thread.removed);
  }

  get settled(): Thread[] {
    return this.threads.filter((thread) => thread.outcome !== '' || thread.removed);
  }

  async load(): Promise<void> {
    const round = ++this.#round;
    try {
      const threads = await this.#door.comments(this.edition);
      if (round !== this.#round) return;
      this.threads = threads;
      this.problem = null;
    } catch (problem) {
      if (round === this.#round) this.problem = problem;
    } finally {
      this.loaded = true;
    }
  }

  /** Makes a comment; with a suggestion it proposes that in the place of the target. False where that failed. */
  add(target: Target, text: string, suggestion?: string): Promise<boolean> {
    const remark = { ...target, text, suggests: suggestion !== undefined, suggestion: suggestion ?? '' };
    return this.#do('new', () => this.#door.addComment(this.edition, remark));
  }

  reply(thread: Thread, text: string): Promise<boolean> {
    return this.#do(thread.id, () => this.#door.replyComment(this.edition, thread.id, text));
  }

  resolve(thread: Thread): Promise<boolean> {
    return this.#do(thread.id, () => this.#door.resolveComment(this.edition, thread.id));
  }

  reopen(thread: Thread): Promise<boolean> {
    return this.#do(thread.id, () => this.#door.reopenComment(this.edition, thread.id));
  }

  /** Takes back what one has said oneself. */
  remove(thread: Thread): Promise<boolean> {
    return this.#do(thread.id, () => this.#door.removeComment(this.edition, thread.id));
  }

  /** Puts the suggestion in the place of what the person saw there. */
  accept(thread: Thread): Promise<boolean> {
    return this.#do(thread.id, () => this.#door.acceptSuggestion(this.edition, thread.id, thread.now));
  }

  decline(thread: Thread): Promise<boolean> {
    return this.#do(thread.id, () => this.#door.declineSuggestion(this.edition, thread.id));
  }

  close(): void {
    this.#round++;
    for (const off of this.#offs) off();
  }

  async #do(which: string, call: () => Promise<Thread[]>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = which;
    try {
      const threads = await call();
      this.#round++; // an answer that was asked for before knows less
      this.threads = threads;
      this.problem = null;
      return true;
    } catch (problem) {
      this.problem = problem;
      void this.#refresh(); // what it failed on may have changed elsewhere
      return false;
    } finally {
      this.busy = '';
    }
  }

  async #refresh(): Promise<void> {
    const threads = await this.#door.comments(this.edition).catch(() => null);
    if (threads) this.threads = threads;
  }
}
