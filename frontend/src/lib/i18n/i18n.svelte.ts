import type { Calendar, Lang } from '$lib/backend/types';
import { load } from './catalogues';
import { direction } from './language';
import { translate, type Messages, type Params } from './translate';

/**
 * The language of the interface. Whatever reads it, or calls `t`, follows when it
 * changes; no restart. Before the first `set` there are no texts, and keys show
 * instead: await it before anything is mounted.
 */
export class I18n {
  #language = $state<Lang>('en');
  #messages = $state.raw<Messages>();
  #english = $state.raw<Messages>({});
  #wanted: Lang | undefined;

  /** Calendar of the interface's dates; "" is the language's own. */
  calendar = $state<Calendar>('');

  get language(): Lang {
    return this.#language;
  }

  /** Switches once the texts are there, so that the old language shows until then and the window never flashes. */
  async set(language: Lang): Promise<void> {
    this.#wanted = language;
    if (this.#messages && language === this.#language) return;
    const messages = await load(language);
    if (this.#wanted !== language) return; // somebody chose another one meanwhile
    this.#messages = messages;
    this.#language = language;
    document.documentElement.lang = language;
    document.documentElement.dir = direction(language);
    void this.#standIn();
  }

  /** English says what a language does not have, as in Go. It comes after what is shown first. */
  async #standIn(): Promise<void> {
    this.#english = await load('en');
  }

  /** The text of a catalogue entry; the key itself where there is none. */
  t(key: string, params?: Params): string {
    const messages = this.#messages ?? {};
    return key in messages
      ? translate(this.#language, messages, key, params)
      : translate('en', this.#english, key, params);
  }
}

export const i18n = new I18n();

/** The text of a catalogue entry in the language of the interface: t('time.now', { name }). */
export function t(key: string, params?: Params): string {
  return i18n.t(key, params);
}

/** The language of the interface. */
export function locale(): Lang {
  return i18n.language;
}
