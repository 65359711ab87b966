import type { Name } from './backend/types';

/** The kinds of name, in the order in which people are offered them. */
export const nameKinds = ['person', 'place', 'organisation', 'term'] as const satisfies Name['kind'][];

/** A name that is nowhere yet: what a new one is compared with. */
export function blankName(): Name {
  return { id: '', kind: 'person', labels: {}, variants: {}, note: '', tag: '' };
}
