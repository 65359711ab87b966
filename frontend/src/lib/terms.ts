import type { Lang, Term } from './backend/types';

const order: Lang[] = ['en', 'ar', 'fr', 'de', 'ps', 'fa', 'ru', 'es', 'tg'];

/** A term's label in lang, else in English, else in any language that has one, else its id. */
export function label(term: Term, lang: Lang): string {
  for (const each of [lang, ...order]) {
    const words = term.labels[each];
    if (words) return words;
  }
  return term.id;
}

/** The labels of the terms with these ids, in this order; ids without a term are left out. */
export function labels(ids: string[], terms: Term[], lang: Lang): string[] {
  return ids.flatMap((id) => {
    const term = terms.find((each) => each.id === id);
    return term ? [label(term, lang)] : [];
  });
}
