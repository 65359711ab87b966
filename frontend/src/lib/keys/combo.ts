// A combination of keys, written "Mod+Shift+K". Mod is Ctrl, and Command on a Mac.
// Letters are matched by the key's place on the board as well as by what it
// types: on a Persian or Russian layout Ctrl-K must still be Ctrl-K.

export interface Combo {
  mod: boolean;
  shift: boolean;
  alt: boolean;
  key: string; // lower case, as KeyboardEvent.key names it
}

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

/** Reads "Mod+Shift+K". Throws a sentence where the text is none. */
export function parseCombo(text: string): Combo {
  const parts = text.split('+');
  const key = parts.pop();
  if (!key) throw new Error(`"${text}" is no combination of keys: write "Mod+Shift+K"`);
  const unknown = parts.find((part) => !['Mod', 'Shift', 'Alt'].includes(part));
  if (unknown) throw new Error(`"${unknown}" in "${text}" is none of Mod, Shift, Alt`);
  return {
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
    key: key.toLowerCase(),
  };
}

/** The key that the place on the board has in a Latin layout: "KeyK" is "k". */
function latinKey(code: string): string {
  if (/^Key[A-Z]$/.test(code)) return code.slice(3).toLowerCase();
  if (/^Digit[0-9]$/.test(code)) return code.slice(5);
  return { Slash: '/', Comma: ',', Period: '.', BracketLeft: '[', BracketRight: ']' }[code] ?? '';
}

/** Reports whether the event is the combination. */
export function matches(combo: Combo, event: KeyboardEvent): boolean {
  const mod = isMac ? event.metaKey : event.ctrlKey;
  if (mod !== combo.mod || event.altKey !== combo.alt) return false;
  const typed = event.key.toLowerCase();
  // A sign such as ? needs Shift on one layout and not on another.
  const sign = combo.key.length === 1 && !/[a-z0-9]/.test(combo.key);
  if (sign && typed === combo.key) return true;
  if (event.shiftKey !== combo.shift) return false;
  return typed === combo.key || latinKey(event.code) === combo.key;
}

const names: Record<string, string> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  enter: 'Enter',
  escape: 'Esc',
  delete: 'Del',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  ' ': 'Space',
};

/** The keys one by one, as they are written on the board. */
export function keyNames(text: string): string[] {
  const combo = parseCombo(text);
  const keys: string[] = [];
  if (combo.mod) keys.push(isMac ? '⌘' : 'Ctrl');
  if (combo.alt) keys.push(isMac ? '⌥' : 'Alt');
  if (combo.shift) keys.push(isMac ? '⇧' : 'Shift');
  keys.push(names[combo.key] ?? combo.key.toUpperCase());
  return keys;
}
