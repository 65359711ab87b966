// The system's own dialogs, used with the keyboard of the display (XTEST): no driver of
// web pages reaches them.
import { setTimeout as pause } from 'node:timers/promises';

import { focus, LIMIT, press, xdotool } from './keyboard.mjs';

export class Dialog {
  /** Waits for the dialog with a title, and gives it the keyboard. */
  static async open(title) {
    const dialog = new Dialog();
    dialog.title = title;
    dialog.id = await focus(title);
    return dialog;
  }

  /** Presses keys together, by their names in X: "Escape", "ctrl+l". */
  press(keys) {
    return press(keys);
  }

  /** Chooses a file or folder by its path; returns when the dialog has closed. */
  async choose(path) {
    await press('ctrl+l', 'ctrl+a'); // what a dialog proposes gives way
    await xdotool('type', '--delay', '20', path);
    // The first Enter may only take over what GTK completes. Each goes to this window
    // and to none that comes into its place.
    for (const end = Date.now() + LIMIT; Date.now() < end; await pause(100)) {
      if (!(await this.isOpen())) return;
      await xdotool('key', '--window', this.id, 'Return').catch(() => {}); // has just closed
    }
    throw new Error(`the dialog did not take ${path} within ${LIMIT} ms`);
  }

  isOpen() {
    return xdotool('search', '--onlyvisible', '--name', `^${this.title}$`).then((ids) => ids.split('\n').includes(this.id), () => false);
  }
}
