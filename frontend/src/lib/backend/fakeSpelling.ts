import { FakeCheck } from './fakeCheck';
import type * as t from './types';

/** The part of the in-memory backend that knows the newsroom's words: those that were added. */
export class FakeSpelling extends FakeCheck {
  readonly #own = new Map<t.Lang, Set<string>>();

  unknownWords = async (lang: t.Lang, words: string[], dictionary: boolean) =>
    words.filter((word) => dictionary && !this.#of(lang).has(word.toLowerCase()));
  suggestWords = async (lang: t.Lang, word: string) =>
    [...this.#of(lang)].filter((each) => each.startsWith(word.slice(0, 3)));
  ownWords = async (lang: t.Lang) => [...this.#of(lang)].sort();

  async addWord(lang: t.Lang, word: string): Promise<void> {
    if (!/^[\p{L}\p{M}'’\u200c\u200d-]+$/u.test(word)) throw this.refuse('invalid', 'spelling.noWord');
    this.#of(lang).add(word.toLowerCase());
    this.emit('words:changed', null);
  }

  async removeWord(lang: t.Lang, word: string): Promise<void> {
    this.#of(lang).delete(word.toLowerCase());
    this.emit('words:changed', null);
  }

  #of(lang: t.Lang): Set<string> {
    const words = this.#own.get(lang) ?? new Set();
    this.#own.set(lang, words);
    return words;
  }
}
