import type { Lang } from '$lib/backend/types';

const zeros: Partial<Record<Lang, number>> = { ar: 0x0660, fa: 0x06f0, ps: 0x06f0 };

/** `text` with its digits, of whichever of the three sets, in those of `lang`. */
export function digits(lang: Lang, text: string): string {
  const zero = zeros[lang] ?? 0x30;
  return text.replace(/[0-9٠-٩۰-۹]/g, (digit) => String.fromCharCode(zero + (digit.charCodeAt(0) & 0xf)));
}
