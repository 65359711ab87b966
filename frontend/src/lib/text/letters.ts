/** How letters are compared when searching. */
export interface Comparison {
  /** Treats letters that differ only in how they are written as one: ي and ی, ك and ک, أ and ا, harakat and ZWNJ left out. */
  fold: boolean;
  matchCase: boolean;
}

/** A text made ready for searching: letter i of `text` stands at `places[i]` of the original. */
export interface Prepared {
  text: string;
  places: number[];
}

/** What is left out: harakat, tatweel, ZWNJ, ZWJ, direction marks. */
const dropped =
  /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640\u200b-\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/;

/** Letters of one sound that keyboards and writers mix. Letters that differ in a language (Pashto ۍ ې ئ, Tajik ӣ ӯ) are not among them. */
const same = new Map<string, string>([
  ['ي', 'ی'],
  ['ى', 'ی'],
  ['ك', 'ک'],
  ['ة', 'ه'],
  ['ۀ', 'ه'],
  ['أ', 'ا'],
  ['إ', 'ا'],
  ['آ', 'ا'],
  ['ٱ', 'ا'],
  ['ё', 'е'],
  ['Ё', 'Е'],
  ['\u00a0', ' '],
  ['\u202f', ' '],
  ['’', "'"],
  ['‘', "'"],
]);

/** Makes a text ready for searching, and remembers where each letter came from. Positions are UTF-16 units. */
export function prepare(original: string, { fold, matchCase }: Comparison): Prepared {
  let text = '';
  const places: number[] = [];
  let at = 0;
  for (const letter of original) {
    const seen = fold ? folded(letter) : letter;
    const shown = matchCase ? seen : seen.toLowerCase();
    text += shown;
    for (let i = 0; i < shown.length; i += 1) places.push(at);
    at += letter.length;
  }
  places.push(at);
  return { text, places };
}

function folded(letter: string): string {
  if (dropped.test(letter)) return '';
  const code = letter.charCodeAt(0);
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0);
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660);
  return same.get(letter) ?? letter;
}

/** A stretch of the original text. */
export interface Stretch {
  from: number;
  to: number;
}

/** Every place where the needle stands in a prepared text, one behind the other. */
export function occurrences({ text, places }: Prepared, needle: string, original: string): Stretch[] {
  const found: Stretch[] = [];
  if (!needle) return found;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
    const last = places[at + needle.length - 1] ?? 0;
    const size = String.fromCodePoint(original.codePointAt(last) ?? 0).length;
    found.push({ from: places[at] ?? 0, to: last + size });
  }
  return found;
}
