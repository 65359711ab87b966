import type { Lang } from '$lib/backend/types';
import alphabets from '$tables/alphabets.json';

/** Compares two texts by an alphabet, for Array.sort. */
export type Comparator = (a: string, b: string) => number;

const made = new Map<Lang, Comparator>();

/**
 * The order of the alphabet of `lang`. Engines have none for Tajik and some none for
 * Pashto, so these two have tables of their own, the same as in Go.
 */
export function comparator(lang: Lang): Comparator {
  let compare = made.get(lang);
  if (!compare) {
    compare = lang === 'ps' || lang === 'tg' ? byAlphabet(alphabets[lang]) : new Intl.Collator(lang).compare;
    made.set(lang, compare);
  }
  return compare;
}

// Weights in ascending order; the places of the alphabet and, after them, the code
// points of other letters lie above.
const gap = 1;
const digit = 16;
const letter = 32;
const foreign = 1024;

function byAlphabet(places: readonly string[]): Comparator {
  const weights = new Map(
    places.flatMap((letters, i) => [...letters].map((each) => [each, letter + i] as const)),
  );
  return (a, b) => compareKeys(key(a, weights), key(b, weights)) || Number(a > b) - Number(a < b);
}

function key(text: string, weights: ReadonlyMap<string, number>): number[] {
  const weighed: number[] = [];
  let pending = false;
  for (const each of text.toLowerCase().normalize('NFC')) {
    if (/[\p{M}\p{Cf}\u0640]/u.test(each)) continue;
    const value = /[0-9٠-٩۰-۹]/.test(each) ? digit + (each.charCodeAt(0) & 0xf) : weights.get(each);
    if (value === undefined && !/\p{L}/u.test(each)) {
      pending = true;
      continue;
    }
    if (pending && weighed.length > 0) weighed.push(gap);
    pending = false;
    weighed.push(value ?? foreign + (each.codePointAt(0) ?? 0));
  }
  return weighed;
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference) return difference;
  }
  return a.length - b.length;
}
