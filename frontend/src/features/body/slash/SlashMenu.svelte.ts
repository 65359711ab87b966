import type { EditorView } from '@milkdown/kit/prose/view';
import { eraseTrigger, triggerAt, type SlashKeys, type Trigger } from '$features/body/slash/trigger';
import type { Caret, CaretMenu } from '$ui/caretMenu';

/** One line of the menu. */
export interface SlashItem<Id extends string = string> {
  id: Id;
  label: string;
}

/** The menu that opens when a slash is typed in an empty paragraph. */
export class SlashMenu<Id extends string> implements SlashKeys, CaretMenu<Id> {
  items = $state.raw<SlashItem<Id>[]>([]);
  selected = $state(0);
  /** Where the menu hangs, in the window. */
  anchor = $state.raw<Caret | null>(null);

  readonly #all: () => SlashItem<Id>[];
  readonly #choose: (id: Id) => void;
  #view: EditorView | null = null;
  #trigger: Trigger | null = null;
  #dismissed = false;

  constructor(all: () => SlashItem<Id>[], choose: (id: Id) => void) {
    this.#all = all;
    this.#choose = choose;
  }

  get open(): boolean {
    return this.anchor !== null && this.items.length > 0;
  }

  /** The text that the keys go to while the menu is open. */
  get field(): HTMLElement | null {
    return this.#view?.dom ?? null;
  }

  follow(view: EditorView, typed: boolean): void {
    this.#view = view;
    const trigger = view.editable ? triggerAt(view.state) : null;
    if (!trigger) this.#dismissed = false;
    this.#trigger = trigger;
    // Only typing opens it: coming back to an old slash does not.
    if (!trigger || this.#dismissed || (!typed && !this.anchor)) return this.#hide();
    const wanted = trigger.query.toLowerCase();
    this.items = this.#all().filter(({ id, label }) => fits(wanted, id, label));
    this.selected = Math.min(this.selected, Math.max(this.items.length - 1, 0));
    this.anchor = view.coordsAtPos(trigger.from);
  }

  key(event: KeyboardEvent): boolean {
    const { length } = this.items;
    if (event.key === 'ArrowDown') this.selected = (this.selected + 1) % length;
    else if (event.key === 'ArrowUp') this.selected = (this.selected + length - 1) % length;
    else if (event.key === 'Escape') this.dismiss();
    else if (event.key === 'Enter' || event.key === 'Tab') this.choose(this.selected);
    else return false;
    event.preventDefault();
    return true;
  }

  /** Closes the menu and leaves what was typed. */
  dismiss(): void {
    this.#dismissed = true;
    this.#hide();
  }

  /** Does what a line of the menu says, in the place of what was typed. */
  choose(index: number): void {
    const item = this.items[index];
    if (!item || !this.#view || !this.#trigger) return;
    this.#view.dispatch(eraseTrigger(this.#view.state, this.#trigger));
    this.#hide();
    this.#view.focus();
    this.#choose(item.id);
  }

  #hide(): void {
    this.anchor = null;
    this.selected = 0;
  }
}

/** A line fits when one of its words, or its name in the code, begins with what was typed. */
function fits(wanted: string, id: string, label: string): boolean {
  const words = label.toLowerCase().split(/\s+/);
  return id.toLowerCase().startsWith(wanted) || words.some((word) => word.startsWith(wanted));
}
