// What can be done from where the user is: the palette lists it, the shortcuts
// start it, the help sheet shows it. The frame offers its own commands for good,
// a view offers its own while it is in sight.
import { untrack } from 'svelte';
import { matches, parseCombo } from './combo';

/** One thing that can be done. */
export interface Command {
  id: string; // becomes data-act
  title: string;
  group: string; // heading in the help sheet: already in the user's language
  keys?: string; // "Mod+Shift+K"
  hidden?: boolean; // has a shortcut but does not belong in the palette
  disabled?: boolean;
  above?: boolean; // its shortcut works above an open dialog too
  run: () => void;
}

/** Single keys must not fire while somebody types. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || target.matches('input:not([type=radio], [type=checkbox]), textarea, select')
  );
}

export class Commands {
  #offers = $state.raw<(() => Command[])[]>([]);

  /**
   * Adds the commands that the function returns, for as long as the returned
   * function has not been called. The function is read again whenever what it
   * depends on changes, so that titles follow the language. Made to be returned
   * from an $effect, which must not depend on what others offer.
   */
  offer(commands: () => Command[]): () => void {
    this.#offers = [...untrack(() => this.#offers), commands];
    return () => (this.#offers = this.#offers.filter((offer) => offer !== commands));
  }

  /** All of them; what the view in sight offers comes first. */
  get all(): Command[] {
    return this.#offers.toReversed().flatMap((offer) => offer());
  }

  /**
   * Runs the command whose shortcut was pressed; reports whether there was one. Behind a
   * dialog most rest: what they change cannot be seen.
   */
  press(event: KeyboardEvent, behind = false): boolean {
    const command = this.all.find(({ keys, disabled, above }) => {
      if (!keys || disabled || (behind && !above)) return false;
      const combo = parseCombo(keys);
      const plain = !combo.mod && !combo.alt && !/^f\d+$/.test(combo.key);
      return !(plain && isTyping(event.target)) && matches(combo, event);
    });
    if (!command) return false;
    event.preventDefault();
    command.run();
    return true;
  }
}
