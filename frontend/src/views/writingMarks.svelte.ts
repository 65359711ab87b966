import { untrack } from 'svelte';
import { NameMarks } from '$features/name/NameMarks.svelte';
import type { Lang, Text } from '$lib/backend/types';
import type { App } from '$lib/state/app';
import { MarkBoard } from '$ui/MarkBoard.svelte';
import { MarkWatch } from '$ui/MarkWatch';
import { makeSpelling } from './spelling';

/** The fields around a body in which names and words are looked up. */
const fields = ['headline', 'summary', 'byline'] as const;

/** What is underlined while an edition is written: names and words, in the body and around it. */
export class WritingMarks {
  /** Of the fields around the body. */
  readonly board: MarkBoard;

  #app: App;
  #lang: () => Lang;
  #names: NameMarks;
  #spelling: ReturnType<typeof makeSpelling>;
  #watch: MarkWatch;

  constructor(app: App, lang: () => Lang, text: () => Text) {
    this.#app = app;
    this.#lang = lang;
    this.#names = new NameMarks(app.backend);
    this.#spelling = makeSpelling(app);
    this.board = new MarkBoard((before) => this.complete(before));
    this.#watch = new MarkWatch(this.board, 'words', (texts) => this.inspect(texts));
    $effect(() => {
      const words = text();
      untrack(() => this.#watch.update(new Map(fields.map((field) => [field, words[field]]))));
    });
    $effect(() => {
      void this.inspected;
      untrack(() => this.#watch.again());
    });
  }

  /** Changes where all is to be looked through again. */
  get inspected(): unknown[] {
    return [this.#names.version, this.#spelling.version, this.#app.session.preferences.spelling];
  }

  /** The marks of each of several texts. */
  inspect = async (texts: string[]) => {
    const lang = this.#lang();
    const checked = this.#app.session.preferences.spelling;
    const spelt = checked ? this.#spelling.marks(lang, texts).catch(() => []) : [];
    const [named, wrong] = await Promise.all([this.#names.marks(lang, texts).catch(() => []), spelt]);
    return texts.map((_, i) => [...(named[i] ?? []), ...(wrong[i] ?? [])]);
  };

  /** What the end of a text up to the caret can become. */
  complete = (before: string) => this.#names.offers(this.#lang(), before);

  close(): void {
    this.#watch.close();
    this.#names.close();
    this.#spelling.close();
  }
}
