import type { EditorView } from '@milkdown/kit/prose/view';
import { found, look, replaceCurrent, replaceEvery, selectedWords, step } from '$features/body/find/matches';

/** The find bar: what is looked for, and where among the matches one is. */
export class Find {
  open = $state(false);
  replacing = $state(false);
  text = $state('');
  replacement = $state('');
  fold = $state(true);
  matchCase = $state(false);
  /** How many matches there are. */
  count = $state(0);
  /** Which of them is current, from 1; 0 for none. */
  current = $state(0);
  /** How many the last "replace all" replaced; null before. */
  replaced = $state<number | null>(null);

  readonly #view: () => EditorView | null;

  constructor(view: () => EditorView | null) {
    this.#view = view;
  }

  /** Opens the bar with the selected words, if they are on one line. */
  show(replacing: boolean): void {
    const view = this.#view();
    if (!view) return;
    this.text = selectedWords(view.state) || this.text;
    this.open = true;
    this.replacing = replacing && view.editable;
    this.look();
  }

  /** Looks again after text or options changed. */
  look(): void {
    const { text, fold, matchCase } = this;
    this.#dispatch((view) => look(view.state, { text, fold, matchCase }));
    this.replaced = null;
  }

  step(by: 1 | -1): void {
    this.#dispatch((view) => step(view.state, by));
  }

  replace(): void {
    this.#dispatch((view) => replaceCurrent(view.state, this.replacement));
  }

  replaceAll(): void {
    const { count } = this;
    this.#dispatch((view) => replaceEvery(view.state, this.replacement));
    this.replaced = count;
  }

  /** Closes the bar; the current match stays selected. */
  close(): void {
    this.open = false;
    this.replaced = null;
    const { fold, matchCase } = this;
    this.#dispatch((view) => look(view.state, { text: '', fold, matchCase }));
    this.#view()?.focus();
  }

  /** Takes over the counts after the document changed. */
  refresh(): void {
    const view = this.#view();
    if (!view || !this.open) return;
    const { matches, current } = found(view.state);
    this.count = matches.length;
    this.current = current + 1;
  }

  #dispatch(make: (view: EditorView) => Parameters<EditorView['dispatch']>[0]): void {
    const view = this.#view();
    if (!view) return;
    view.dispatch(make(view));
    this.refresh();
  }
}
