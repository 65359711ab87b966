import type { Caret, CaretMenu } from './caretMenu';

/** What somebody may have begun to write: the last `typed` UTF-16 units become `label`. */
export interface Offer {
  id: string;
  label: string;
  typed: number;
}

/** Asks what the end of `before`, the text up to the caret, can become. */
export type Complete = (before: string) => Promise<readonly Offer[]>;

/** A word that is being written. */
export interface Beginning {
  /** The text up to the caret. */
  before: string;
  /** Is another one as soon as text or caret are. */
  state: unknown;
}

/** The text in which words are offered. */
export interface OfferHost {
  field(): HTMLElement | null;
  complete(): Complete | undefined;
  /** The word at whose end the caret stands; null elsewhere, and while an input method composes. */
  beginning(): Beginning | null;
  /** Where the letter stands that is `typed` before the caret. */
  anchor(typed: number): Caret;
  /** Puts an offer in the place of what was begun. */
  take(offer: Offer): void;
}

/** Milliseconds after a letter until something is asked for. */
const pause = 120;

/** How far back a text is handed over, in UTF-16 units. */
export const reach = 80;

/** What a word is made of. */
export const letter = /[\p{L}\p{M}\p{N}]/u;

/**
 * Words that are offered while they are being written. Nothing is asked for before the
 * writer pauses, and nothing while an input method composes; the keys of the list count
 * only while it is about the text as it stands.
 */
export class Offers implements CaretMenu<string> {
  items = $state.raw<readonly Offer[]>([]);
  selected = $state(0);
  anchor = $state.raw<Caret | null>(null);

  readonly #host: OfferHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #about: unknown = null; // the state that the list is about

  constructor(host: OfferHost) {
    this.#host = host;
  }

  get open(): boolean {
    return this.anchor !== null && this.items.length > 0;
  }

  get field(): HTMLElement | null {
    return this.#host.field();
  }

  /** A letter was written. */
  typed(): void {
    clearTimeout(this.#timer);
    if (!this.#host.complete() || !this.#host.beginning()) return this.hide();
    this.#timer = setTimeout(() => void this.#ask(), pause);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.anchor = null;
    this.items = [];
    this.selected = 0;
    this.#about = null;
  }

  choose(index: number): void {
    const offer = this.items[index];
    this.hide();
    if (!offer) return;
    this.#host.take(offer);
    this.hide(); // what was put in begins nothing
  }

  /** Takes a key of the open list; false lets it go on. */
  key(event: KeyboardEvent): boolean {
    if (!this.open || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
    const done = this.#does(event);
    if (done) event.preventDefault();
    else if (event.key.startsWith('Arrow')) this.hide();
    return done;
  }

  #does({ key, shiftKey }: KeyboardEvent): boolean {
    const { length } = this.items;
    if (key === 'Escape') this.hide();
    else if (this.#about !== this.#host.beginning()?.state || shiftKey) return false;
    else if (key === 'ArrowDown' && length > 1) this.selected = (this.selected + 1) % length;
    else if (key === 'ArrowUp' && length > 1) this.selected = (this.selected + length - 1) % length;
    else if (key === 'Enter' || key === 'Tab') this.choose(this.selected);
    else return false;
    return true;
  }

  async #ask(): Promise<void> {
    const [complete, begun] = [this.#host.complete(), this.#host.beginning()];
    if (!complete || !begun) return this.hide();
    const items = await complete(begun.before.slice(-reach)).catch(() => []);
    if (begun.state !== this.#host.beginning()?.state) return;
    if (items.length === 0) return this.hide();
    this.items = items;
    this.selected = 0;
    this.#about = begun.state;
    this.anchor = this.#host.anchor(items[0]?.typed ?? 0);
  }
}

/** The word at whose end the caret of a field stands; null elsewhere. */
export function wordAt({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Beginning | null {
  if (selectionStart !== selectionEnd) return null;
  const before = value.slice(Math.max(0, selectionStart - reach), selectionStart);
  if (!letter.test(before.slice(-1)) || letter.test(value.charAt(selectionStart))) return null;
  return { before, state: `${selectionStart} ${value}` };
}
