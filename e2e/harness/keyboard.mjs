// The keyboard of the display (XTEST): what it types goes the whole way through GTK and its
// input methods, which no driver of web pages does.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export const LIMIT = 15_000; // milliseconds

/** Runs xdotool and gives what it wrote. */
export async function xdotool(...args) {
  return (await promisify(execFile)('xdotool', args, { timeout: LIMIT })).stdout.trim();
}

/** Gives the keyboard to the window with a title. */
export async function focus(title) {
  const [id] = (await xdotool('search', '--sync', '--onlyvisible', '--name', `^${title}$`)).split('\n');
  await xdotool('windowfocus', '--sync', id);
  return id;
}

/** Presses keys one after another, by their names in X: "dead_acute", "e", "ctrl+shift+u". */
export function press(...keys) {
  return xdotool('key', '--delay', '20', ...keys);
}
