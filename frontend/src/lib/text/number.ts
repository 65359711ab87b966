import type { Lang } from '$lib/backend/types';
import { digits } from './digits';

interface Separators {
  group: string;
  decimal: string;
}

function separators(lang: Lang): Separators {
  switch (lang) {
    case 'ar':
    case 'fa':
    case 'ps':
      return { group: '٬', decimal: '٫' };
    case 'fr':
      return { group: '\u202f', decimal: ',' };
    case 'ru':
    case 'tg':
      return { group: '\u00a0', decimal: ',' };
    case 'de':
    case 'es':
      return { group: '.', decimal: ',' };
    default:
      return { group: ',', decimal: '.' };
  }
}

/**
 * A number as `lang` writes it, with two places at most. Groups of three begin at
 * 10,000, as Number of backend/locale has it, so that a year is never grouped.
 */
export function number(lang: Lang, n: number): string {
  const { group, decimal } = separators(lang);
  const rounded = Math.abs(n) < 1e15 ? Number(n.toFixed(2)) : n;
  const [whole = '', places = ''] = Math.abs(rounded).toString().split('.');
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
  const text = places ? grouped + decimal + places : grouped;
  return sign(lang, rounded) + digits(lang, text);
}

/** In a right-to-left line the sign needs a mark that keeps it on the left of the figures. */
function sign(lang: Lang, n: number): string {
  if (n >= 0) return '';
  return lang === 'ar' || lang === 'fa' || lang === 'ps' ? '\u200e-' : '-';
}
