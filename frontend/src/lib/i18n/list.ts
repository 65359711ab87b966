import { i18n } from './i18n.svelte';

/** "a, b and c" in the language of the interface. */
export function formatList(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  const before = items.slice(0, -1).join(i18n.t('text.list.comma'));
  return before + conjunction(last) + last;
}

function conjunction(next: string): string {
  const and = i18n.t('text.list.last');
  // Spanish "y" becomes "e" before the sound i: Francia e Italia, but agua y hielo.
  if (i18n.language === 'es' && /^h?[ií](?!e)/i.test(next)) return and.replace('y', 'e');
  return and;
}
