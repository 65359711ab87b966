// The words that the newsroom writes.
import type { Lang } from '$lib/backend/types';

export interface SpellingCalls {
  unknownWords(lang: Lang, words: string[], dictionary: boolean): Promise<string[]>; // those that the newsroom does not know; where no dictionary was asked before, only those that are likely mistakes
  suggestWords(lang: Lang, word: string): Promise<string[]>; // known words of the newsroom that are one slip away
  ownWords(lang: Lang): Promise<string[]>; // that the newsroom added
  addWord(lang: Lang, word: string): Promise<void>;
  removeWord(lang: Lang, word: string): Promise<void>;
}
