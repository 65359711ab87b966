import { tick } from 'svelte';
import type { Lang, Translation } from '$lib/backend/types';
import * as operations from './operations';
import type { Done } from './operations';
import { heads, type Field, type Head, type Host, type Sent } from './ground';
import { reconcile, type Known } from './reconcile';
import { Heads } from './Heads';
import { blank, bodyOf, even, isOpen, progress, rowOf, standing, wire, type Row } from './row';
import { Steps, type Ground } from './Steps';
import { missingTokens, tokenText, type Token } from './tokens';

/**
 * The rows of a translation as they lie on the table: the words as typed, the row
 * where the work is, the history, and what Go says of each row. Typing always wins:
 * see reconcile.
 */
export class Rows {
  list = $state.raw<readonly Row[]>([]);
  /** Key of the row or head where the work is; "" before it began. */
  active = $state('');
  /** What Go said last, apart from the rows. */
  facts = $state.raw() as Omit<Translation, 'rows' | 'heads'>;
  /** How the words above the rows stand to those of the source. */
  heads = $state.raw(new Heads([]));

  #host: Host;
  #known: Known = new Map();
  #steps = new Steps();
  #fields = new Map<string, Field>();

  constructor(answer: Translation, host: Host) {
    this.#host = host;
    const { rows, heads: above, ...facts } = answer;
    this.facts = facts;
    this.heads = new Heads(above);
    this.list = rows.map(rowOf);
    this.#known = this.#targets();
  }

  get from(): Lang {
    return this.facts.from;
  }

  get progress() {
    const of = progress(this.list);
    return { ...of, changed: of.changed + this.heads.changed };
  }

  get body(): string {
    return bodyOf(this.list);
  }

  /** The row where the work is; undefined in a head. */
  get row(): Row | undefined {
    return this.list.find((row) => row.key === this.active);
  }

  /** The row in which some words stand. */
  withWords(words: string): Row | undefined {
    return words === '' ? undefined : this.list.find((row) => even(row.target).includes(even(words)));
  }

  /** What a reader reads in the source of the active row or head. */
  get source(): string {
    if (this.#isHead(this.active)) return this.facts.source.text[this.active];
    return this.row?.sources.map((piece) => piece.text).join('\n\n') ?? '';
  }

  /** Its place, counted from 0; -1 in a head. */
  get place(): number {
    return this.list.findIndex((row) => row.key === this.active);
  }

  /** The words of all heads and rows, by their keys. */
  get texts(): Map<string, string> {
    return new Map([...heads.map((name) => [name, this.#host.head(name)] as const), ...this.#targets()]);
  }

  /** What to send; hand it to `keptAs` or `take` once Go has it. */
  send(): Sent {
    const above = this.heads.wire((name) => this.#host.head(name));
    return { rows: this.list.map(wire), heads: above, known: this.#targets() };
  }

  keptAs({ known }: Sent): void {
    this.#known = known;
  }

  /** Go's answer: to what was sent, or to a question, because something changed elsewhere. */
  take(answer: Translation, sent?: Sent): void {
    const { rows, heads: above, ...facts } = answer;
    this.heads = this.heads.take(above);
    const list = reconcile(this.list, sent?.known ?? this.#known, rows);
    this.facts = facts;
    if (list.length !== this.list.length || list.some((row, i) => row !== this.list[i])) this.list = list;
    this.#known = new Map(list.map((row) => [row.key, row.given]));
    if (this.active && !this.#isHead(this.active) && this.place < 0) this.active = list[0]?.key ?? '';
  }

  // Writing

  /** The words of a row or a head. */
  words(key: string): string | undefined {
    return this.#isHead(key) ? this.#host.head(key) : this.list.find((row) => row.key === key)?.target;
  }

  /** Something was typed. */
  write(key: string, words: string, caret: { before: number; after: number }): void {
    const before = this.words(key);
    if (before === undefined || before === words) return;
    this.#steps.add({ kind: 'words', key, before, after: words, caret, time: Date.now() });
    this.#set(key, words);
  }

  /** Writes words where the caret is, or in the place of what is selected. */
  insert(words: string): void {
    const field = this.#fields.get(this.active);
    field?.replace(field.selection(), words);
  }

  /** Writes words in the place of a stretch of the active row. */
  replace(range: { start: number; end: number }, words: string): void {
    this.#fields.get(this.active)?.replace(range, words);
  }

  /** Writes a link or picture of the source; selected words become those of a link, else its words wait to be replaced. */
  insertToken(token: Token): void {
    const field = this.#fields.get(this.active);
    const words = this.words(this.active);
    if (!field || words === undefined) return;
    const at = field.selection();
    const text = tokenText(token, words.slice(at.start, at.end));
    field.replace(at, text);
    if (text === token.markdown && text.startsWith('[')) {
      void this.go(this.active, at.start + 1, at.start + 1 + token.words.length);
    }
  }

  /** Inserts the first link or picture of the source that the row lacks. */
  insertNextToken(): void {
    const next = this.row && missingTokens(this.row.tokens, this.row.target)[0];
    if (next) this.insertToken(next);
  }

  /** Writes the words of the sources over those of the row. */
  copySource(key = this.active): void {
    const row = this.list.find((each) => each.key === key);
    if (!row || row.sources.length === 0) return;
    const words = row.sources.map((piece) => piece.source).join('\n\n');
    this.write(key, words, { before: row.target.length, after: words.length });
    void this.go(key, words.length);
  }

  undo(): void {
    this.#steps.undo(this.#ground);
  }

  redo(): void {
    this.#steps.redo(this.#ground);
  }

  // The shape of the rows

  split(): void {
    this.#shape(operations.split(this.list, this.active, this.#caret()));
  }

  join(): void {
    this.#shape(operations.join(this.list, this.active));
  }

  move(by: -1 | 1): void {
    this.#shape(operations.move(this.list, this.active, by));
  }

  /** Deletes a row whose source is gone, or that never had one. */
  drop(key = this.active): void {
    this.#shape(operations.drop(this.list, key));
  }

  /** Says that a row or head is done; of a row without words, that it needs none. */
  finish(key = this.active): void {
    if (this.#isHead(key)) return this.#putHeads(this.heads.finish(key));
    const row = this.list.find((each) => each.key === key);
    if (row && !['done', 'left', 'extra'].includes(standing(row)))
      this.#put(operations.finish(this.list, key));
  }

  /** The active row or head is done, if it has words: without any it stays open. */
  finishWritten(): void {
    if (!blank(this.words(this.active) ?? '')) this.finish();
  }

  /** All heads and rows whose source changed are done. */
  finishChanged(): void {
    this.#putHeads(heads.reduce((above, name) => above.finish(name), this.heads));
    const stale = this.list.filter((row) => row.state === 'stale' && !row.done && !blank(row.target));
    this.#put(stale.reduce((rows, row) => operations.finish(rows, row.key), this.list));
  }

  reopen(key = this.active): void {
    this.#put(operations.reopen(this.list, key));
  }

  // Moving about

  /** Fields in the order in which they are read. */
  get order(): string[] {
    return [...heads, ...this.list.map((row) => row.key)];
  }

  /** Leads to the next (1) or last (-1) field. */
  step(by: -1 | 1): void {
    const at = this.order.indexOf(this.active);
    const key = this.order[at + by];
    if (key !== undefined && at + by >= 0) void this.go(key);
  }

  /** Leads to the next row or head that needs somebody, around to where the work is. */
  nextOpen(): boolean {
    const open = new Set([
      ...heads.filter((name) => this.heads.stale(name)),
      ...this.list.filter(isOpen).map((row) => row.key),
    ]);
    const from = this.order.indexOf(this.active) + 1;
    const next = [...this.order.slice(from), ...this.order.slice(0, from)].find((key) => open.has(key));
    if (next !== undefined) void this.go(next);
    return next !== undefined;
  }

  /** Puts the caret into a field, once it is on the screen; without a place it stands where it was. */
  async go(key: string, start?: number, end?: number): Promise<void> {
    this.active = key;
    await tick();
    this.#fields.get(key)?.focus(start, end);
  }

  /** A field came to the screen; the returned function takes it off. */
  attach(key: string, field: Field): () => void {
    this.#fields.set(key, field);
    return () => {
      if (this.#fields.get(key) === field) this.#fields.delete(key);
    };
  }

  #caret(): number {
    return this.#fields.get(this.active)?.selection().start ?? 0;
  }

  #shape(done: Done | undefined): void {
    if (!done) return;
    const keys = { before: this.active, after: done.key };
    this.#steps.add({ kind: 'shape', before: this.list, after: done.rows, keys });
    this.#put(done.rows);
    void this.go(done.key, done.caret < 0 ? undefined : done.caret);
  }

  #putHeads(above: Heads): void {
    if (above === this.heads) return;
    this.heads = above;
    this.#host.changed();
  }

  #put(rows: readonly Row[]): void {
    if (rows === this.list) return;
    this.list = rows;
    this.#host.changed();
  }

  #set(key: string, words: string): void {
    if (this.#isHead(key)) this.#host.changeHead(key, words);
    else this.#put(operations.write(this.list, key, words));
  }

  #isHead(key: string): key is Head {
    return (heads as readonly string[]).includes(key);
  }

  #targets(): Map<string, string> {
    return new Map(this.list.map((row) => [row.key, row.target]));
  }

  #ground: Ground = {
    words: (key) => this.words(key),
    rows: () => this.list,
    setWords: (key, words, caret) => {
      this.#set(key, words);
      void this.go(key, caret);
    },
    setRows: (rows, key) => {
      this.#put(rows);
      void this.go(key);
    },
  };
}
