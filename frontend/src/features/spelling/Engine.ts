import wasm from 'hunspell-wasm/wasm/hunspell.wasm?url';
import type { Lang } from '$lib/backend/types';
import type { Answer, Question } from './question';

/** The languages that there is a dictionary for. */
export const dictionaryLangs: readonly Lang[] = ['de', 'en', 'es', 'fa', 'fr', 'ru'];

/** What looks words up in the dictionary of a language. */
export interface Lexicon {
  /** Those of the words that the dictionary does not know; all of them where it has none. */
  unknown(lang: Lang, words: string[]): Promise<string[]>;
  /** What could be meant by a word, the likeliest first. */
  suggest(lang: Lang, word: string): Promise<string[]>;
}

/** Milliseconds after which an unused dictionary is given up. */
export const IDLE = 15_000;

/**
 * Hunspell with the dictionary of one language at a time, in a worker. It is opened with
 * the first question and given up after a while without one: that frees some 40 MB, more
 * than the rest of the writing table takes, and to open it again takes a tenth of a second
 * in which nobody waits.
 */
export class Engine implements Lexicon {
  #worker: Worker | undefined;
  #lang: Lang | undefined;
  #last = 0;
  #waiting = new Map<number, { resolve: (words: string[]) => void; reject: (problem: unknown) => void }>();
  #idle: ReturnType<typeof setTimeout> | undefined;

  async unknown(lang: Lang, words: string[]): Promise<string[]> {
    if (words.length === 0 || !dictionaryLangs.includes(lang)) return words;
    this.#open(lang);
    return this.#ask({ ask: 'unknown', words });
  }

  async suggest(lang: Lang, word: string): Promise<string[]> {
    if (!dictionaryLangs.includes(lang)) return [];
    this.#open(lang);
    return this.#ask({ ask: 'suggest', word });
  }

  #close(): void {
    clearTimeout(this.#idle);
    this.#worker?.terminate();
    this.#worker = this.#lang = undefined;
    for (const { reject } of this.#waiting.values()) reject(new Error('the dictionary was closed'));
    this.#waiting.clear();
  }

  #open(lang: Lang): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#close(), IDLE);
    if (this.#lang === lang) return;
    this.#close();
    this.#idle = setTimeout(() => this.#close(), IDLE);
    this.#lang = lang;
    const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Answer>) => this.#take(data);
    worker.onerror = () => this.#close();
    this.#worker = worker;
    const at = (address: string) => new URL(address, location.href).href;
    const open = {
      affixes: at(`/spelling/${lang}.aff.gz`),
      words: at(`/spelling/${lang}.dic.gz`),
      wasm: at(wasm),
    };
    // Where it fails, every question fails after it.
    void this.#ask({ ask: 'open', ...open }).catch(() => undefined);
  }

  #ask(question: Question): Promise<string[]> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker?.postMessage({ id, question });
    });
  }

  #take(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('words' in answer) waiting?.resolve(answer.words);
    else waiting?.reject(new Error(answer.problem));
  }
}

/** The one of the window: who goes from edition to edition in a language needs no other. */
export const engine = new Engine();
