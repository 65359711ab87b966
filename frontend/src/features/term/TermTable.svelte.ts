import type { Backend } from '$lib/backend/backend';
import type { Lang, Term } from '$lib/backend/types';

type Door = Pick<Backend, 'terms' | 'saveTerm' | 'removeTerm' | 'on'>;

/** Which of a term's words the nine columns show. */
export type Face = 'labels' | 'slugs';

/**
 * The sections and tags of the newsroom as one table. A row is written when a cell
 * of it is left with other words in it; a row that could not be written keeps what
 * was typed and says why.
 */
export class TermTable {
  terms = $state.raw<Term[]>([]);
  loaded = $state(false);
  problem = $state.raw<unknown>(null);
  /** Why a row could not be written, by the term's id. */
  rowProblems = $state.raw<Record<string, unknown>>({});
  kind = $state<Term['kind']>('section');
  face = $state<Face>('labels');
  query = $state('');

  #door: Door;
  #off: () => void;
  #writing = 0;

  constructor(door: Door) {
    this.#door = door;
    this.#off = door.on('terms:changed', () => void (this.#writing === 0 && this.load()));
  }

  /** The rows in sight: of the chosen kind, with the words searched for, in order. */
  get rows(): Term[] {
    const query = this.query.trim().toLocaleLowerCase();
    const matches = (term: Term) =>
      query === '' ||
      [...Object.values(term.labels), ...Object.values(term.slugs)].some((word) =>
        word?.toLocaleLowerCase().includes(query),
      );
    return this.terms
      .filter((term) => term.kind === this.kind && matches(term))
      .sort((a, b) => a.order - b.order);
  }

  count(kind: Term['kind']): number {
    return this.terms.filter((term) => term.kind === kind).length;
  }

  async load(): Promise<void> {
    try {
      this.terms = await this.#door.terms();
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.loaded = true;
    }
  }

  /** Writes one cell; a slug that was left empty is made from its label by Go. */
  write(term: Term, face: Face, lang: Lang, words: string): Promise<boolean> {
    const value = words.trim();
    if (value === (term[face][lang] ?? '')) return Promise.resolve(true);
    return this.save({ ...term, [face]: { ...term[face], [lang]: value } });
  }

  /** Writes a row. */
  async save(term: Term): Promise<boolean> {
    const before = this.terms;
    this.terms = before.map((other) => (other.id === term.id ? term : other));
    this.#writing++;
    try {
      const saved = await this.#door.saveTerm(term);
      this.terms = this.terms.map((other) => (other.id === saved.id ? saved : other));
      this.#problemOf(term.id, null);
      return true;
    } catch (problem) {
      this.#problemOf(term.id, problem);
      return false;
    } finally {
      this.#writing--;
    }
  }

  /** Adds a term of the kind in sight; returns its id, "" where that failed. */
  async add(lang: Lang, label: string): Promise<string> {
    const last = Math.max(
      0,
      ...this.terms.filter((term) => term.kind === this.kind).map((term) => term.order),
    );
    const standing = this.kind === 'section' ? 'menu' : '';
    this.#writing++;
    try {
      const term = {
        id: '',
        kind: this.kind,
        standing,
        order: last + 1,
        labels: { [lang]: label.trim() },
        slugs: {},
        uses: 0,
      } as const;
      const saved = await this.#door.saveTerm(term);
      this.terms = [...this.terms.filter((other) => other.kind !== saved.kind || other.id !== saved.id), saved];
      this.problem = null;
      return saved.id;
    } catch (problem) {
      this.problem = problem;
      return '';
    } finally {
      this.#writing--;
    }
  }

  async remove(term: Term): Promise<boolean> {
    try {
      await this.#door.removeTerm(term.kind, term.id);
      this.terms = this.terms.filter((other) => other.kind !== term.kind || other.id !== term.id);
      return true;
    } catch (problem) {
      this.#problemOf(term.id, problem);
      return false;
    }
  }

  /** Moves a section one place up (-1) or down (1) in the navigation. */
  async move(term: Term, by: -1 | 1): Promise<void> {
    const all = this.terms.filter((other) => other.kind === term.kind).sort((a, b) => a.order - b.order);
    const other = all[all.findIndex((each) => each.id === term.id) + by];
    if (!other) return;
    const order = other.order === term.order ? term.order + by : other.order;
    if (await this.save({ ...term, order })) await this.save({ ...other, order: term.order });
  }

  close(): void {
    this.#off();
  }

  #problemOf(id: string, problem: unknown): void {
    const { [id]: _, ...rest } = this.rowProblems;
    this.rowProblems = problem === null ? rest : { ...rest, [id]: problem };
  }
}
