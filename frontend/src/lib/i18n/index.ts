// The language of the interface and what is said in it.
import { number } from '$lib/text/number';
import { i18n } from './i18n.svelte';

export { i18n, I18n, locale, t } from './i18n.svelte';
export { direction, languages, languagesFrom, nativeName } from './language';
export { formatList } from './list';
export type { Params } from './translate';

/** A number as the language of the interface writes it. */
export function formatNumber(n: number): string {
  return number(i18n.language, n);
}
