import type { Lang } from '$lib/backend/types';
import type { GuidePage } from './page';

/** The languages in which the guide is written. */
export const guideLangs = ['en', 'fa'] as const;
export type GuideLang = (typeof guideLangs)[number];

/** The pages, in the order in which they are read. */
export const pageNames = ['start', 'reporter', 'translator', 'editor', 'desk', 'keyboard', 'safety'] as const;
export type PageName = (typeof pageNames)[number];

export type Pages = Record<PageName, GuidePage>;

const files = import.meta.glob<GuidePage>('$guide/*/*.md', { import: 'default' });

/** The language of the guide for somebody who reads the interface in another one. */
export const guideLangOf = (lang: Lang): GuideLang => guideLangs.find((each) => each === lang) ?? 'en';

/** Reads all pages in a language. */
export async function readPages(lang: GuideLang): Promise<Pages> {
  const read = await Promise.all(pageNames.map(async (name) => [name, await readPage(lang, name)] as const));
  return Object.fromEntries(read) as Pages;
}

async function readPage(lang: GuideLang, name: PageName): Promise<GuidePage> {
  const file = Object.entries(files).find(([path]) => path.endsWith(`/${lang}/${name}.md`));
  if (!file) throw new Error(`the guide has no page ${name} in ${lang}`);
  return file[1]();
}
