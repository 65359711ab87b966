import type { Backend } from '$lib/backend/backend';
import type { Lang } from '$lib/backend/types';
import { t } from '$lib/i18n';
import type { Mark } from '$ui/marks';
import { dictionaryLangs, engine, type Lexicon } from './Engine';
import { lookupOf, partsOf, wordsOf, type Word } from './words';

type Door = Pick<Backend, 'unknownWords' | 'suggestWords' | 'findNames' | 'on'>;

const OFFERED = 6;
const AHEAD = 3; // words for which others are looked for before anybody asks

/**
 * The words in the texts of one language that nobody knows: neither its dictionary, nor
 * the newsroom, nor its names. What was found right or wrong is remembered, so that a
 * pause in typing asks about the new words alone. Where something cannot be had, nothing
 * is marked: writing goes on.
 */
export class Spelling {
  /** Grows when the newsroom's words have changed, and what was looked through is no longer true. */
  version = $state(0);

  readonly #door: Door;
  readonly #lexicon: Lexicon;
  readonly #add: (lang: Lang, word: string) => void;
  readonly #offs: (() => void)[];
  #known = new Map<string, boolean>();
  #offers = new Map<string, Promise<string[]>>();
  #lang: Lang | undefined;

  /** `add` is called when a person wants a word to be known from now on. */
  constructor(door: Door, add: (lang: Lang, word: string) => void, lexicon: Lexicon = engine) {
    this.#door = door;
    this.#add = add;
    this.#lexicon = lexicon;
    const changed = () => {
      this.#forget();
      this.version++;
    };
    this.#offs = [door.on('words:changed', changed), door.on('names:changed', changed)];
  }

  /** The marks in each of several texts, plain or Markdown. */
  async marks(lang: Lang, texts: string[]): Promise<Mark[][]> {
    const words = texts.map((text) => wordsOf(lang, text));
    await this.#learn(lang, words.flat());
    const wrong = words.map((list) => list.filter(({ text }) => this.#known.get(text) === false));
    const names = await this.#names(lang, texts, wrong);
    const strange = wrong.map((list, i) =>
      list.filter((word) => !names[i]?.some((name) => meet(name, word))),
    );
    for (const { text } of strange.flat().slice(0, AHEAD)) void this.suggest(lang, text);
    return strange.map((list) => list.map((word) => this.#mark(lang, word)));
  }

  /** What could be meant by a word, the likeliest first. */
  suggest(lang: Lang, word: string): Promise<string[]> {
    const held = this.#offers.get(word);
    if (held) return held;
    const offer = this.#ask(lang, word);
    this.#offers.set(word, offer);
    return offer;
  }

  close(): void {
    for (const off of this.#offs) off();
  }

  #forget(): void {
    this.#known.clear();
    this.#offers.clear();
  }

  async #ask(lang: Lang, word: string): Promise<string[]> {
    const none = () => [];
    const [ours, theirs] = await Promise.all([
      this.#door.suggestWords(lang, word).catch(none),
      this.#lexicon.suggest(lang, lookupOf(lang, word)).catch(none),
    ]);
    return [...new Set([...theirs.slice(0, OFFERED - 1), ...ours, ...theirs])].slice(0, OFFERED);
  }

  async #learn(lang: Lang, words: Word[]): Promise<void> {
    if (this.#lang !== lang) this.#forget();
    this.#lang = lang;
    const fresh = [...new Set(words.map(({ text }) => text))].filter((word) => !this.#known.has(word));
    if (fresh.length === 0) return;
    const version = this.version;
    const dictionary = dictionaryLangs.includes(lang);
    const strange = dictionary ? await this.#strange(lang, fresh) : fresh;
    const unknown = new Set(
      strange.length > 0 ? await this.#door.unknownWords(lang, strange, dictionary) : [],
    );
    if (version !== this.version || this.#lang !== lang) return;
    for (const word of fresh) this.#known.set(word, !unknown.has(word));
  }

  /** Those that the dictionary knows neither as they are nor by their parts. */
  async #strange(lang: Lang, words: string[]): Promise<string[]> {
    const whole = new Set(
      await this.#lexicon.unknown(
        lang,
        words.map((word) => lookupOf(lang, word)),
      ),
    );
    const left = words.filter((word) => whole.has(lookupOf(lang, word)));
    const parts = [...new Set(left.flatMap(partsOf))].map((part) => lookupOf(lang, part));
    const unknown = new Set(await this.#lexicon.unknown(lang, parts));
    return left.filter((word) => {
      const list = partsOf(word);
      return list.length === 0 || list.some((part) => unknown.has(lookupOf(lang, part)));
    });
  }

  async #names(lang: Lang, texts: string[], wrong: Word[][]) {
    if (wrong.every((list) => list.length === 0)) return [];
    return this.#door.findNames(lang, texts);
  }

  #mark(lang: Lang, { start, end, text }: Word): Mark {
    return {
      start,
      end,
      tone: 'bad',
      title: t('spelling.unknown', { word: text }),
      suggest: () => this.suggest(lang, text),
      actions: [{ id: 'add-word', label: t('spelling.add'), run: () => this.#add(lang, text) }],
    };
  }
}

const meet = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end;
