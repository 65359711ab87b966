import { matches, parseCombo } from './combo';

const keys = [
  { combo: parseCombo('Mod+Z'), command: 'undo' },
  { combo: parseCombo('Mod+Shift+Z'), command: 'redo' },
  { combo: parseCombo('Mod+Y'), command: 'redo' },
];

/**
 * Undoes and redoes in a field of plain text. Every browser does so by itself, but not the
 * window on Linux: GTK leaves these keys to the program. True where the key was meant for that.
 */
export function undoInField(event: KeyboardEvent): boolean {
  const field = event.target;
  if (event.defaultPrevented) return false;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return false;
  const key = keys.find(({ combo }) => matches(combo, event));
  if (!key) return false;
  event.preventDefault();
  document.execCommand(key.command);
  return true;
}
