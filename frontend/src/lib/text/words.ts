import type { Lang } from '$lib/backend/types';

// A word is a run of letters, marks and digits. An apostrophe, a hyphen, a decimal
// separator or an invisible character (ZWNJ) joins the two that it stands between. It is
// the rule of Words in backend/markdown.
const word = /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}]|['’\-‐‑_.,٫٬·\p{Cf}]\p{Cf}*(?=[\p{L}\p{M}\p{N}]))*/gu;

/** How many words a plain text has, in any of the nine languages. */
export function countWords(text: string): number {
  let count = 0;
  word.lastIndex = 0;
  while (word.test(text)) count += 1;
  return count;
}

/**
 * Words a minute that people read in silence, as Trauzettel-Klosinski and Dietz measured
 * them ("Standardized Assessment of Reading Performance", IOVS 53 (2012) 5452–5461).
 * They have no figure for Persian, Pashto and Tajik: these take that of the language
 * whose script they share.
 */
const wordsPerMinute: Record<Lang, number> = {
  ar: 138,
  en: 228,
  fr: 195,
  de: 179,
  ps: 138,
  fa: 138,
  ru: 184,
  es: 218,
  tg: 184,
};

/** Whole minutes that it takes to read so many words: 1 at least, 0 for none. */
export function readingMinutes(words: number, lang: Lang): number {
  return words === 0 ? 0 : Math.max(1, Math.round(words / wordsPerMinute[lang]));
}
