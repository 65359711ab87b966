import type { Preferences } from '$lib/backend/types';

/**
 * Writes theme and text size to the root element, where the tokens read them.
 * "system" leaves the theme to the system. Text sizes outside 80 to 160 per cent
 * are brought back inside.
 */
export function applyAppearance(
  { theme, textSize }: Pick<Preferences, 'theme' | 'textSize'>,
  root: HTMLElement,
): void {
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  const percent = Math.min(160, Math.max(80, textSize || 100));
  root.style.setProperty('--text-scale', String(percent / 100));
}
