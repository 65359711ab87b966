import type { Lang } from '$lib/backend/types';
import { t } from '$lib/i18n';
import type { SessionState } from '$lib/state/session.svelte';

/** The three answers of the first start, and what is done with them. */
export class Start {
  readonly #session: SessionState;
  name = $state('');
  /** A name is wanted and has not been given. */
  nameMissing = $state(false);
  busy = $state<'' | 'new' | 'sample'>('');

  constructor(session: SessionState) {
    this.#session = session;
    this.name = session.member.name;
  }

  get language(): Lang {
    return this.#session.preferences.language;
  }

  /** Shows everything in the language at once. */
  choose(language: Lang): Promise<void> {
    return this.#session.prefer({ language });
  }

  /**
   * Opens a new newsroom, or the sample. A newsroom's records carry the writer's
   * name, so a new one needs it; a visitor of the sample may go without. Reports
   * whether it began.
   */
  async begin(sample: boolean): Promise<boolean> {
    const name = this.name.trim();
    this.nameMissing = name === '' && !sample;
    if (this.nameMissing || this.busy) return false;
    this.busy = sample ? 'sample' : 'new';
    try {
      await this.#session.begin({
        language: this.language,
        name: name || t('start.guest'),
        newsroom: sample ? '' : t('start.newsroom'),
        sample,
      });
      return true;
    } finally {
      this.busy = '';
    }
  }
}
