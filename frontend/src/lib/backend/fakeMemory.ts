import { FakeAcross } from './fakeAcross';
import type * as t from './types';

/** The part of the in-memory backend that is about what was said before. It knows one sentence. */
export class FakeMemory extends FakeAcross {
  readonly #said: Partial<Record<t.Lang, string>> = {
    en: 'The council meets on Sunday.',
    fa: 'شورا روز یکشنبه جلسه دارد.',
    de: 'Der Rat tagt am Sonntag.',
  };
  readonly #origin = { edition: 'council.en', headline: 'The council meets', time: '2025-04-20T08:00:00Z' };

  async matches(edition: string, from: t.Lang, source: string): Promise<t.Match[]> {
    const to = edition.split('.').at(-1) as t.Lang;
    const [said, target] = [this.#said[from], this.#said[to]];
    if (!said || !target || said.slice(0, 11) !== source.slice(0, 11)) return [];
    const same = said === source;
    const diff: t.DiffPart[] = same
      ? []
      : [
          { op: 'del', text: said },
          { op: 'add', text: source },
        ];
    return [{ ...this.#origin, source: said, target, score: same ? 100 : 80, diff }];
  }

  async uses(words: string, lang: t.Lang, other: t.Lang): Promise<t.Use[]> {
    const [said, target] = [this.#said[lang] ?? '', this.#said[other]];
    const at = words === '' ? -1 : said.indexOf(words);
    if (at < 0 || !target) return [];
    const source = [
      { text: said.slice(0, at), hit: false },
      { text: words, hit: true },
      { text: said.slice(at + words.length), hit: false },
    ];
    return [{ ...this.#origin, source, target, insert: target }];
  }

  memoryState = async (): Promise<t.MemoryState> => ({ passages: 3, waiting: 0 });
  exportMemory = async () => '/media/usb/memory.tmx';
  importMemory = async (): Promise<t.MemoryReport | null> => null;
  exportTranslation = async (edition: string, _from: t.Lang, _version: '1.2' | '2.1') =>
    `/media/usb/${edition}.xlf`;
  importTranslation = async (_edition: string): Promise<t.TranslationReport | null> => null;
}
