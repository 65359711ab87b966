import type { Lang } from '$lib/backend/types';

/** A word of a text and where it stands, in UTF-16 units. */
export interface Word {
  start: number;
  end: number;
  text: string;
}

const scripts: Record<Lang, RegExp> = {
  ar: /^\p{Script=Arabic}/u,
  ps: /^\p{Script=Arabic}/u,
  fa: /^\p{Script=Arabic}/u,
  ru: /^\p{Script=Cyrillic}/u,
  tg: /^\p{Script=Cyrillic}/u,
  de: /^\p{Script=Latin}/u,
  en: /^\p{Script=Latin}/u,
  es: /^\p{Script=Latin}/u,
  fr: /^\p{Script=Latin}/u,
};

// Code, addresses, tags, mail, names of people and topics on the net: none of them is spelt.
const strange =
  /`+[^`]*`+|\]\([^\s()]*|<[^<>\s][^<>\n]*>|\b(?:https?:\/\/|www\.)\S+|[\p{L}\p{N}.+_-]+@[\p{L}\p{N}.-]+|[@#][\p{L}\p{N}_]+|&#?\w+;|\[\^[^\]]*\]/gu;

// A run of letters with what can stand inside of a word; digits too, to know those by them.
const runs = /[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_\u200c\u200d\u00ad]|['’.](?=[\p{L}]))*/gu;

/** The words of a text, plain or Markdown, that are to be spelt as the language spells. */
export function wordsOf(lang: Lang, text: string): Word[] {
  const prose = text.replaceAll(strange, (each) => ' '.repeat(each.length));
  return [...prose.matchAll(runs)].flatMap((run) => {
    const word = run[0].replace(/[\u200c\u200d\u00ad.]+$/u, '');
    return spelt(lang, word) ? [{ start: run.index, end: run.index + word.length, text: word }] : [];
  });
}

function spelt(lang: Lang, word: string): boolean {
  if (word.length < 2 || !scripts[lang].test(word)) return false;
  if (/[\p{N}_.]/u.test(word)) return false; // of a version, an address, an abbreviation
  const capitals = word === word.toUpperCase() && word !== word.toLowerCase();
  return !capitals;
}

// Vowel signs, which writers may leave out, tatweel, and hyphens that are not seen.
const optional = /[\u064b-\u0652\u0670\u0640\u00ad]/gu;

/** A word as dictionaries have it. */
export function lookupOf(lang: Lang, word: string): string {
  const bare = word.replaceAll(optional, '').normalize('NFC');
  return lang === 'en' || lang === 'de' ? bare.replaceAll('’', "'") : bare;
}

/** The parts of a word that may each be known alone: "کتاب‌هایشان", "l’école". */
export function partsOf(word: string): string[] {
  const parts = word.split(/[\u200c’']/u).filter((part) => part.length > 0);
  return parts.length > 1 ? parts : [];
}
