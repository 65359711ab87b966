import type { Backend } from '$lib/backend/backend';
import type { Lang, Name } from '$lib/backend/types';
import { locale } from '$lib/i18n';
import { blankName } from '$lib/names';
import { label } from '$lib/terms';
import { comparator } from '$lib/text';

type Door = Pick<Backend, 'names' | 'saveName' | 'removeName' | 'on'>;

/** Which of a name's spellings the nine columns show. */
export type Face = 'labels' | 'variants';

/** What was done to a name: from nothing, or to nothing, where it was added or removed. */
interface Deed {
  before: Name | null;
  after: Name | null;
}

/** Parts variants in a cell. */
const separator = ' | ';

/** The spellings of a name as a cell shows them. */
export function wordsOf(name: Name, face: Face, lang: Lang): string {
  return face === 'labels' ? (name.labels[lang] ?? '') : (name.variants[lang] ?? []).join(separator);
}

/**
 * The names of the newsroom as one table. A row is written when a cell of it is left with
 * other words in it; one that could not be written keeps what was typed and says why. What is
 * written is what was changed in the row since it came from Go. Everything done here can be
 * undone, the last first.
 */
export class NameTable {
  names = $state.raw<Name[]>([]);
  loaded = $state(false);
  problem = $state.raw<unknown>(null);
  /** Why a row could not be written, by the name's id. */
  rowProblems = $state.raw<Record<string, unknown>>({});
  kind = $state<Name['kind'] | ''>('');
  face = $state<Face>('labels');
  query = $state('');

  /** The rows in sight: of the chosen kind, with the words searched for. */
  readonly rows = $derived.by(() => {
    const query = this.query.trim().toLocaleLowerCase();
    return this.names.filter((name) => (!this.kind || name.kind === this.kind) && has(name, query));
  });

  #deeds = $state.raw<Deed[]>([]);
  #door: Door;
  /** The rows as they came from Go, whatever was typed into them since. */
  #came = new Map<string, Name>();
  #off: () => void;
  #writing = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(door: Door) {
    this.#door = door;
    this.#off = door.on('names:changed', () => void (this.#writing === 0 && this.load()));
  }

  get canUndo(): boolean {
    return this.#deeds.length > 0;
  }

  /** Reads the names. Rows that are in sight keep their place; the others are put in order. */
  async load(): Promise<void> {
    try {
      const came = await this.#door.names();
      const shown = new Map(this.names.map((name) => [name.id, name]));
      const stays = (name: Name) => this.rowProblems[name.id] !== undefined && shown.get(name.id);
      const compare = comparator(locale());
      const place = new Map(this.names.map((name, i) => [name.id, i]));
      const placeOf = (name: Name) => place.get(name.id) ?? Number.MAX_SAFE_INTEGER;
      const rows = came.map((name) => ({ name: stays(name) || name, key: label(name, locale()) }));
      rows.sort((a, b) => placeOf(a.name) - placeOf(b.name) || compare(a.key, b.key));
      this.#came = new Map(came.map((n) => [n.id, stays(n) ? (this.#came.get(n.id) ?? n) : n]));
      this.names = rows.map((row) => row.name);
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.loaded = true;
    }
  }

  /** Writes one cell. */
  write(name: Name, face: Face, lang: Lang, words: string): Promise<boolean> {
    const parts = words.split('|').map((part) => part.trim().replaceAll(/\s+/g, ' '));
    const value = face === 'labels' ? words.trim() : parts.filter(Boolean).join(separator);
    if (value === wordsOf(name, face, lang)) return Promise.resolve(true);
    const held = face === 'labels' ? value : parts.filter(Boolean);
    return this.save({ ...name, [face]: { ...name[face], [lang]: held } });
  }

  /** Writes a row. */
  save(name: Name): Promise<boolean> {
    this.names = this.names.map((other) => (other.id === name.id ? name : other));
    return this.#inTurn(async () => {
      const before = this.#came.get(name.id) ?? name;
      const saved = await this.#write(before, name);
      if (saved) this.#deeds = [...this.#deeds, { before, after: saved }];
      return saved !== null;
    });
  }

  /** Adds a name at the top; returns its id, "" where that failed. */
  add(lang: Lang, words: string): Promise<string> {
    const blank = { ...blankName(), kind: this.kind || ('person' as const) };
    return this.#inTurn(async () => {
      try {
        const saved = await this.#door.saveName(blank, { ...blank, labels: { [lang]: words.trim() } });
        this.#keep(saved);
        this.#deeds = [...this.#deeds, { before: null, after: saved }];
        this.problem = null;
        return saved.id;
      } catch (problem) {
        this.problem = problem;
        return '';
      }
    });
  }

  remove(name: Name): Promise<boolean> {
    return this.#inTurn(async () => {
      const held = this.#came.get(name.id) ?? name;
      const gone = await this.#takeAway(held);
      if (gone) this.#deeds = [...this.#deeds, { before: held, after: null }];
      return gone;
    });
  }

  /** Takes back the last thing that was done; returns the name that it was about. */
  undo(): Promise<Name | null> {
    return this.#inTurn(async () => {
      const last = this.#deeds.at(-1);
      if (!last) return null;
      this.#deeds = this.#deeds.slice(0, -1);
      const { before, after } = last;
      if (before === null) return after && (await this.#takeAway(after)) ? after : null;
      return this.#write(after ?? before, before);
    });
  }

  close(): void {
    this.#off();
  }

  /** Does one thing after another, so that each knows what the one before came to. */
  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    this.#writing++;
    const done = this.#turn.then(act).finally(() => this.#writing--);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #write(before: Name, after: Name): Promise<Name | null> {
    try {
      const saved = await this.#door.saveName(before, after);
      this.#keep(saved);
      this.#problemOf(after.id, null);
      return saved;
    } catch (problem) {
      this.#problemOf(after.id, problem);
      return null;
    }
  }

  async #takeAway(name: Name): Promise<boolean> {
    try {
      await this.#door.removeName(name.id);
      this.names = this.names.filter((other) => other.id !== name.id);
      this.#came.delete(name.id);
      return true;
    } catch (problem) {
      this.#problemOf(name.id, problem);
      return false;
    }
  }

  #keep(saved: Name): void {
    const here = this.names.some((other) => other.id === saved.id);
    this.names = here
      ? this.names.map((other) => (other.id === saved.id ? saved : other))
      : [saved, ...this.names];
    this.#came.set(saved.id, saved);
  }

  #problemOf(id: string, problem: unknown): void {
    const { [id]: _, ...rest } = this.rowProblems;
    this.rowProblems = problem === null ? rest : { ...rest, [id]: problem };
  }
}

/** All that a row is found by, in small letters; a table of thousands is searched at every key. */
const found = new WeakMap<Name, string>();

function has(name: Name, query: string): boolean {
  if (query === '') return true;
  let words = found.get(name);
  if (words === undefined) {
    const all = [...Object.values(name.labels), ...Object.values(name.variants).flat(), name.note];
    found.set(name, (words = all.join('\n').toLocaleLowerCase()));
  }
  return words.includes(query);
}
