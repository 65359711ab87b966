import type { Lang } from '$lib/backend/types';

const names: Record<Lang, string> = {
  ar: 'العربية',
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
  ps: 'پښتو',
  fa: 'فارسی',
  ru: 'Русский',
  es: 'Español',
  tg: 'Тоҷикӣ',
};

/** The nine languages, in the order in which the site shows them. */
export const languages = Object.keys(names) as Lang[];

/** The nine languages, one of them first: in a table, the column that the others are compared with. */
export function languagesFrom(first: Lang): Lang[] {
  return [first, ...languages.filter((lang) => lang !== first)];
}

/** A language's name in itself. */
export function nativeName(lang: Lang): string {
  return names[lang];
}

/** The direction of a language, as the `dir` attribute takes it. */
export function direction(lang: Lang): 'rtl' | 'ltr' {
  return lang === 'ar' || lang === 'fa' || lang === 'ps' ? 'rtl' : 'ltr';
}
