import type { Backend } from '$lib/backend/backend';
import type { SiteSettings } from '$lib/backend/types';

type Door = Pick<Backend, 'site' | 'changeSite' | 'on'>;

/** The settings of the site as they are being changed; nothing is written before save(). */
export class SiteForm {
  settings = $state.raw<SiteSettings | null>(null);
  saving = $state(false);
  justSaved = $state(false);
  problem = $state.raw<unknown>(null);

  #stored = $state.raw<SiteSettings | null>(null);
  #door: Door;

  constructor(door: Door) {
    this.#door = door;
    door.on('site:changed', () => void (!this.changed && !this.saving && this.load()));
  }

  /** Something here is not written yet. */
  get changed(): boolean {
    return this.settings !== this.#stored;
  }

  async load(): Promise<void> {
    try {
      const site = await this.#door.site();
      if (this.changed) return;
      this.settings = this.#stored = site;
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
  }

  change(patch: Partial<SiteSettings>): void {
    if (!this.settings) return;
    this.justSaved = false;
    this.settings = { ...this.settings, ...patch };
  }

  /** Writes the settings; what was changed while they were written stays open. */
  async save(): Promise<void> {
    const sent = this.settings;
    if (!sent || !this.#stored || this.saving || !this.changed) return;
    this.saving = true;
    try {
      const stored = await this.#door.changeSite(this.#stored, sent);
      if (this.settings === sent) this.settings = stored;
      this.#stored = stored;
      this.justSaved = true;
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.saving = false;
    }
  }

  /** Goes back to what is stored. */
  discard(): void {
    this.settings = this.#stored;
    this.problem = null;
  }
}
