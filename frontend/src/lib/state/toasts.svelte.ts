import { explain } from '$lib/backend/errors';

/** One short message in the corner. */
export interface Message {
  id: number;
  tone: 'good' | 'bad';
  title: string;
  hint?: string;
  action?: { label: string; run: () => void };
}

/** How long a message stays, in milliseconds. Errors stay until they are dismissed. */
const stay = 6000;
/** The oldest goes when there are more. */
const most = 4;

/** Short messages about what has happened. They are shown in the corner and read aloud. */
export class Toasts {
  #next = 1;
  #list = $state.raw<Message[]>([]);

  get list(): Message[] {
    return this.#list;
  }

  /** Says that something went well; the action undoes it or leads on. Returns what `dismiss` takes. */
  say(title: string, action?: Message['action']): number {
    const id = this.#add({ tone: 'good', title, action });
    setTimeout(() => this.dismiss(id), action ? 2 * stay : stay);
    return id;
  }

  /** Explains an error. Not for one that the user caused by cancelling: that is ignored. */
  fail(thrown: unknown): void {
    const words = explain(thrown);
    if (isCancelled(thrown)) return;
    this.#add({ tone: 'bad', ...words });
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

  dismiss(id: number): void {
    this.#list = this.#list.filter((message) => message.id !== id);
  }

  #add(message: Omit<Message, 'id'>): number {
    const same = this.#list.find((m) => m.tone === message.tone && m.title === message.title);
    if (same) this.dismiss(same.id);
    const id = this.#next++;
    this.#list = [...this.#list, { ...message, id }].slice(-most);
    return id;
  }
}

function isCancelled(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'cancelled';
}
