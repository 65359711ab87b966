import type { Lang } from '$lib/backend/types';

export type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/**
 * The form of a text that goes with n things. The same table as Plural of
 * backend/locale, which says why it is not Intl.PluralRules: engines disagree about
 * Tajik. testdata/plural.json holds the two together.
 */
export function plural(lang: Lang, n: number): PluralForm {
  const count = Math.abs(n);
  if (!Number.isInteger(count)) return 'other';
  switch (lang) {
    case 'ar':
      return arabic(count);
    case 'ru':
      return russian(count);
    case 'fr':
    case 'fa':
    case 'tg':
      return count <= 1 ? 'one' : 'other';
    default:
      return count === 1 ? 'one' : 'other';
  }
}

function arabic(n: number): PluralForm {
  const rest = n % 100;
  if (n === 0) return 'zero';
  if (n === 1) return 'one';
  if (n === 2) return 'two';
  if (rest >= 3 && rest <= 10) return 'few';
  return rest >= 11 ? 'many' : 'other';
}

function russian(n: number): PluralForm {
  const last = n % 10;
  const teen = n % 100 >= 11 && n % 100 <= 14;
  if (last === 1 && !teen) return 'one';
  return last >= 2 && last <= 4 && !teen ? 'few' : 'many';
}
