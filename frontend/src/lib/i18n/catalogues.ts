import type { Lang } from '$lib/backend/types';
import type { Messages } from './translate';

// The same files that Go embeds. A glob must be a literal, and one module for each
// language makes each one file of the build: one request, and only for what is shown.
const modules: Record<Lang, () => Promise<{ default: Messages }>> = {
  ar: () => import('./catalogues/ar'),
  en: () => import('./catalogues/en'),
  fr: () => import('./catalogues/fr'),
  de: () => import('./catalogues/de'),
  ps: () => import('./catalogues/ps'),
  fa: () => import('./catalogues/fa'),
  ru: () => import('./catalogues/ru'),
  es: () => import('./catalogues/es'),
  tg: () => import('./catalogues/tg'),
};

/** All texts of a language. */
export async function load(lang: Lang): Promise<Messages> {
  return (await modules[lang]()).default;
}
