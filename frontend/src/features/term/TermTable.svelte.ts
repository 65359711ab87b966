import type { Backend } from '$lib/backend/backend';
import type { Lang, Term } from '$lib/backend/types';
import { blankTerm, sameTerm } from '$lib/terms';

type Door = Pick<Backend, 'terms' | 'saveTerm' | 'removeTerm' | 'on'>;

/** Which of a term's words the nine columns show. */
export type Face = 'labels' | 'slugs';

/**
 * The sections and tags of the newsroom as one table. A row is written when a cell
 * of it is left with other words in it; a row that could not be written keeps what
 * was typed and says why. What is written is what was changed in the row since it came
 * from Go, so that what another member changed in it meanwhile stays.
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
  /** The rows as they came from Go, whatever was typed into them since. */
  #came: Term[] = [];
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
      const came = await this.#door.terms();
      // A row with words that could not be written stays as it is, and is still compared
      // with what it was made from.
      const stays = (term: Term) =>
        this.rowProblems[term.id] !== undefined && this.#shown(term) !== undefined;
      this.terms = came.map((term) => (stays(term) ? this.#shown(term) : term) ?? term);
      this.#came = came.map((term) => (stays(term) ? this.#before(term) : term));
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
    this.terms = this.terms.map((other) => (sameTerm(other, term) ? term : other));
    this.#writing++;
    try {
      this.#keep(await this.#door.saveTerm(this.#before(term), term));
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
      const blank = blankTerm(this.kind);
      const term = { ...blank, standing, order: last + 1, labels: { [lang]: label.trim() } } as const;
      const saved = await this.#door.saveTerm(blank, term);
      this.#keep(saved);
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
      this.terms = this.terms.filter((other) => !sameTerm(other, term));
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

  #shown(term: Term): Term | undefined {
    return this.terms.find((other) => sameTerm(other, term));
  }

  #before(term: Term): Term {
    return this.#came.find((other) => sameTerm(other, term)) ?? term;
  }

  /** Puts a row as Go has it now in the place of the one in sight, or at the end. */
  #keep(saved: Term): void {
    const put = (terms: Term[]) =>
      terms.some((other) => sameTerm(other, saved))
        ? terms.map((other) => (sameTerm(other, saved) ? saved : other))
        : [...terms, saved];
    this.terms = put(this.terms);
    this.#came = put(this.#came);
  }

  #problemOf(id: string, problem: unknown): void {
    const { [id]: _, ...rest } = this.rowProblems;
    this.rowProblems = problem === null ? rest : { ...rest, [id]: problem };
  }
}
