import { explain } from '$lib/backend/errors';

/** One short message. */
export interface Message {
  id: number;
  tone: 'good' | 'bad';
  title: string;
  hint?: string;
  action?: { label: string; run: () => void };
}

/** A message that can be said anew when the language of the interface changes. */
interface Told {
  id: number;
  tone: 'good' | 'bad';
  stays?: number; // milliseconds; without it until it is dismissed
  words: () => { title: string; hint?: string };
  action?: { label: () => string; run: () => void };
}

/** How long a message stays, in milliseconds. Errors stay until they are dismissed. */
const stay = 6000;
/** The oldest goes when there are more. */
const most = 4;

/** Short messages about what has happened. They are shown below the text and read aloud. */
export class Toasts {
  #next = 1;
  #list = $state.raw<Told[]>([]);
  #timers = new Map<number, ReturnType<typeof setTimeout>>();

  /** What is to be shown, in the language of this moment. */
  get list(): Message[] {
    return this.#list.map(({ id, tone, words, action }) => ({
      id,
      tone,
      ...words(),
      action: action && { label: action.label(), run: action.run },
    }));
  }

  /** Says that something went well; the action undoes it or leads on. Returns what `dismiss` takes. */
  say(title: () => string, action?: Told['action']): number {
    const stays = action ? 2 * stay : stay;
    return this.#add({ tone: 'good', words: () => ({ title: title() }), action, stays });
  }

  /** Explains an error. Not for one that the user caused by cancelling: that is ignored. */
  fail(thrown: unknown): void {
    if (isCancelled(thrown)) return;
    this.#add({ tone: 'bad', words: () => explain(thrown) });
  }

  /** Runs something that may fail and explains the failure. Returns undefined then. */
  async guard<T>(act: () => Promise<T>): Promise<T | undefined> {
    try {
      return await act();
    } catch (thrown) {
      this.fail(thrown);
      return undefined;
    }
  }

  /** Lets a message stay while somebody is at it. */
  hold(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  /** Nobody is at a message any more: it stays as long as a new one. */
  release(id: number): void {
    this.hold(id);
    const stays = this.#list.find((told) => told.id === id)?.stays;
    if (stays !== undefined)
      this.#timers.set(
        id,
        setTimeout(() => this.dismiss(id), stays),
      );
  }

  dismiss(id: number): void {
    this.hold(id);
    this.#list = this.#list.filter((told) => told.id !== id);
  }

  #add(told: Omit<Told, 'id'>): number {
    const { title } = told.words();
    const same = this.#list.find((other) => other.tone === told.tone && other.words().title === title);
    if (same) this.dismiss(same.id);
    const id = this.#next++;
    this.#list = [...this.#list, { ...told, id }].slice(-most);
    this.release(id);
    return id;
  }
}

function isCancelled(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'cancelled';
}
