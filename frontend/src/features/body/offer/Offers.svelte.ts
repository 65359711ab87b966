import { Plugin, type EditorState } from '@milkdown/kit/prose/state';
import type { EditorView } from '@milkdown/kit/prose/view';
import { replaceWords } from '$features/body/commands/text';
import { beginningAt } from './beginning';
import type { Caret, CaretMenu } from './CaretMenu';

/** What somebody may have begun to write: the last `typed` UTF-16 units become `label`. */
export interface Offer {
  id: string;
  label: string;
  typed: number;
}

/** Asks what the end of `before`, the text up to the caret, can become. */
export type Complete = (before: string) => Promise<readonly Offer[]>;

/** Milliseconds after a letter until something is asked for. */
const pause = 120;
/**
 * Words that are offered while they are being written. Nothing is asked for before the
 * writer pauses, and nothing while an input method composes; the keys of the list count
 * only while it is about the text as it stands.
 */
export class Offers implements CaretMenu<string> {
  items = $state.raw<readonly Offer[]>([]);
  selected = $state(0);
  anchor = $state.raw<Caret | null>(null);

  readonly #complete: () => Complete | undefined;
  #view: EditorView | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #about: EditorState['doc'] | null = null; // the document that the list is about

  constructor(complete: () => Complete | undefined) {
    this.#complete = complete;
  }

  get open(): boolean {
    return this.anchor !== null && this.items.length > 0;
  }

  get field(): HTMLElement | null {
    return this.#view?.dom ?? null;
  }

  /** Listens to the text and takes the keys of the open list. */
  plugin(): Plugin {
    return new Plugin({
      props: {
        handleKeyDown: (view, event) => this.#key(view, event),
        handleDOMEvents: { blur: () => void this.hide() },
      },
      view: (view) => {
        this.#view = view;
        return { update: (now, before) => this.#follow(now, before), destroy: () => this.hide() };
      },
    });
  }

  /** Puts an offer in the place of what was begun. */
  choose(index: number): void {
    const view = this.#view;
    const offer = this.items[index];
    if (!view || !offer) return;
    const { from } = view.state.selection;
    this.hide();
    view.dispatch(replaceWords(view.state, from - offer.typed, from, offer.label));
    this.hide(); // what was put in begins nothing
    view.focus();
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.anchor = null;
    this.items = [];
    this.selected = 0;
    this.#about = null;
  }

  #follow(view: EditorView, before: EditorState): void {
    if (before.doc === view.state.doc) {
      if (!before.selection.eq(view.state.selection)) this.hide();
      return;
    }
    clearTimeout(this.#timer);
    const grew = before.doc.content.size < view.state.doc.content.size;
    if (!grew || !beginningAt(view.state)) return this.hide();
    this.#timer = setTimeout(() => void this.#ask(view), pause);
  }

  async #ask(view: EditorView): Promise<void> {
    const complete = this.#complete();
    const { doc } = view.state;
    const before = beginningAt(view.state);
    if (!complete || !before || !view.editable || view.composing) return this.hide();
    const items = await complete(before).catch(() => []);
    if (this.#view !== view || view.isDestroyed || view.state.doc !== doc || view.composing) return;
    if (items.length === 0 || !view.state.selection.empty || !view.hasFocus()) return this.hide();
    this.items = items;
    this.selected = 0;
    this.#about = doc;
    this.anchor = view.coordsAtPos(view.state.selection.from - (items[0]?.typed ?? 0));
  }

  #key(view: EditorView, event: KeyboardEvent): boolean {
    if (!this.open || view.composing || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === 'Escape') {
      this.hide();
      return true;
    }
    const { length } = this.items;
    if (this.#about !== view.state.doc || event.shiftKey) return false;
    if (event.key === 'ArrowDown' && length > 1) this.selected = (this.selected + 1) % length;
    else if (event.key === 'ArrowUp' && length > 1) this.selected = (this.selected + length - 1) % length;
    else if (event.key === 'Enter' || event.key === 'Tab') this.choose(this.selected);
    else return false;
    event.preventDefault();
    return true;
  }
}
