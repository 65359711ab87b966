import type { Finding } from '$lib/backend/types';
import { formatNumber, t } from '$lib/i18n';

/** The checks, in the order in which settings list them. */
export const checkCodes = [
  'empty',
  'equal',
  'number',
  'date',
  'unit',
  'link',
  'figure',
  'name',
  'variant',
  'word',
  'space',
  'quote',
  'punctuation',
  'joiner',
  'letter',
] as const;

/** Sentences that several checks share. */
const shared = ['lost', 'extra', 'other'];

/** What is the matter. */
export function sentence({ check, why, text, wanted }: Finding): string {
  const key = shared.includes(why) ? why : why ? `${check}.${why}` : check;
  return t(`check.is.${key}`, { text, wanted: readable(wanted) });
}

/** Where it is. */
export function whereabouts({ field, place }: Finding): string {
  if (field) return t(`check.${field}`);
  return place < 0 ? t('check.whole') : t('check.block', { number: formatNumber(place + 1) });
}

// Addresses as people read them, without %D8%AE.
function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
