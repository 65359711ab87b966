import type { Lang, Term } from './backend/types';

const order: Lang[] = ['en', 'ar', 'fr', 'de', 'ps', 'fa', 'ru', 'es', 'tg'];

/** The label of a term or a name in lang, else in English, else in any language that has one, else its id. */
export function label(term: Pick<Term, 'id' | 'labels'>, lang: Lang): string {
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

/** A term that is nowhere yet: what a new one is compared with. */
export function blankTerm(kind: Term['kind']): Term {
  return { id: '', kind, standing: '', order: 0, labels: {}, slugs: {}, uses: 0 };
}

/** Whether both are one term: a section and a tag may have one id. */
export function sameTerm(a: Term, b: Term): boolean {
  return a.kind === b.kind && a.id === b.id;
}
