import { matches, parseCombo } from '$lib/keys/combo';
import { makeLink, toggleMarker, typed, type Selected } from './typing';

const shortcuts = [
  { keys: 'Mod+B', markdown: true, change: (at: Selected) => toggleMarker(at, '**') },
  { keys: 'Mod+I', markdown: true, change: (at: Selected) => toggleMarker(at, '*') },
  { keys: 'Mod+Shift+X', markdown: true, change: (at: Selected) => toggleMarker(at, '~~') },
  { keys: 'Mod+L', markdown: true, change: (at: Selected) => makeLink(at) },
  { keys: 'Mod+Shift+2', markdown: false, change: (at: Selected) => typed(at, '\u200c') },
].map((each) => ({ ...each, combo: parseCombo(each.keys) }));

/** What a key changes in a field of Markdown; in a `plain` one it puts no Markdown into the text. */
export function shortcut(event: KeyboardEvent, plain: boolean): ((at: Selected) => Selected) | undefined {
  return shortcuts.find(({ combo, markdown }) => !(plain && markdown) && matches(combo, event))?.change;
}
