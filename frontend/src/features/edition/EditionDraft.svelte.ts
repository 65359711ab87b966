import type { Backend } from '$lib/backend/backend';
import type { Edition, Text } from '$lib/backend/types';
import type { Act } from './acts';
import { Autosave, type Safety } from './Autosave.svelte';

type Door = Pick<
  Backend,
  | 'keep'
  | 'save'
  | 'edition'
  | 'suggestSlug'
  | 'resolve'
  | 'restore'
  | 'preview'
  | 'on'
  | 'submit'
  | 'returnEdition'
  | 'approve'
  | 'publish'
  | 'schedule'
  | 'unschedule'
  | 'correct'
  | 'withdraw'
>;

const SLUG_WAIT = 350; // milliseconds after the last letter of a headline

/**
 * One edition on the writing table: its text as typed, its way to disk, and the acts
 * that move its states. Typing always wins: an answer from Go changes the text only
 * where nothing was typed since the question.
 */
export class EditionDraft {
  readonly id: string;
  /** What Go said last, apart from the text. */
  edition = $state.raw() as Edition;
  text = $state.raw() as Text;
  /** The act under way, "" where none is. */
  acting = $state<Act | 'resolve' | 'restore' | ''>('');
  /** Why the last act failed, and which it was. */
  failed = $state.raw<{ act: Act | 'resolve' | 'restore'; problem: unknown } | null>(null);

  /**
   * Brings into `text` what the writing surface has not reported yet: set by whoever shows
   * one. Called before a text from Go may take the place of what is typed.
   */
  gather: () => void = () => undefined;

  #door: Door;
  #autosave: Autosave;
  #slugTimer: ReturnType<typeof setTimeout> | undefined;
  #follows: boolean | undefined; // does the slug follow the headline? undefined: ask first
  #opened: Text;
  #base: string[]; // the revisions that the text stands on
  #off: () => void;

  constructor(door: Door, edition: Edition) {
    this.#door = door;
    this.id = edition.id;
    this.edition = edition;
    this.text = this.#opened = edition.text;
    this.#base = edition.heads;
    if (edition.text.slug === '') this.#follows = true;
    this.#autosave = new Autosave(
      {
        text: () => this.text,
        keep: (text) => door.keep(this.id, this.#base, text),
        save: (text) => door.save(this.id, this.#base, text),
        saved: (answer, newest) => this.#take(answer, newest && this.#untouchedSince(this.version)),
      },
      edition.saved,
      edition.working,
    );
    this.#off = door.on('edition:changed', ({ id }) => void (id === this.id && this.refresh()));
  }

  get safety(): Safety {
    return this.#autosave.safety;
  }

  /** The revisions that the text stands on. */
  get base(): readonly string[] {
    return this.#base;
  }

  /** When the words last reached the disk. */
  get savedAt(): string {
    return this.#autosave.time;
  }

  get keepProblem(): unknown {
    return this.#autosave.keepProblem;
  }

  get saveProblem(): unknown {
    return this.#autosave.saveProblem;
  }

  /** Rises with every change of the text, from here or from elsewhere. */
  get version(): number {
    return this.#autosave.version;
  }

  /** Something was typed. */
  change(patch: Partial<Text>): void {
    const before = this.text;
    if (Object.entries(patch).every(([field, value]) => before[field as keyof Text] === value)) return;
    if (!this.acting) this.failed = null; // who is at it already needs no reminder
    if (patch.slug !== undefined) this.#follows = patch.slug.trim() === '';
    this.text = { ...before, ...patch };
    this.#autosave.touch();
    if (patch.headline !== undefined && patch.slug === undefined) this.#suggest();
  }

  /** What goes to disk along with the text has changed. */
  touch(): void {
    this.#autosave.touch();
  }

  /** Tries again to bring the words to disk. */
  keep(): Promise<void> {
    return this.#autosave.keep();
  }

  /** Makes a revision of what is not in one yet; false where that failed. */
  save(): Promise<boolean> {
    return this.#autosave.save();
  }

  /** Makes the page of the text as typed; waits its turn, since Go keeps the text on the way. */
  preview(): Promise<string> {
    return this.#autosave.after(() => this.#door.preview(this.id, this.#base, this.text));
  }

  /** Moves a state; `words` of a schedule is its time. What was typed becomes a revision first, since every act names one. */
  async act(act: Act, words = '', notice = ''): Promise<boolean> {
    const calls: Record<Act, () => Promise<Edition>> = {
      submit: () => this.#door.submit(this.id),
      return: () => this.#door.returnEdition(this.id, words),
      approve: () => this.#door.approve(this.id, this.edition.heads[0] ?? ''),
      publish: () => this.#door.publish(this.id),
      schedule: () => this.#door.schedule(this.id, words, notice),
      unschedule: () => this.#door.unschedule(this.id),
      correct: () => this.#door.correct(this.id, words),
      withdraw: () => this.#door.withdraw(this.id, words),
    };
    return this.#do(act, calls[act]);
  }

  /** Says that the text as it stands settles what two devices wrote differently. */
  resolve(): Promise<boolean> {
    return this.#do('resolve', () => this.#door.resolve(this.id, this.#base, this.text), false);
  }

  /** Brings back an older revision as a new one; what is there now stays in the history. */
  restore(revision: string): Promise<boolean> {
    return this.#do('restore', () => this.#door.restore(this.id, revision));
  }

  /** Asks Go again, because something changed the edition from elsewhere. */
  async refresh(): Promise<void> {
    this.gather();
    const version = this.version;
    const settled = this.#autosave.settled;
    const answer = await this.#autosave.after(() => this.#door.edition(this.id)).catch(() => null);
    if (answer) this.#take(answer, settled && this.#untouchedSince(version));
  }

  /**
   * Leaves the edition: makes a revision and lets go of the events. False where words
   * could not be brought to disk: the draft then goes on trying, and has to be held.
   */
  async close(): Promise<boolean> {
    clearTimeout(this.#slugTimer);
    await this.save();
    await this.keep();
    if (!this.#autosave.settled) return false;
    this.#autosave.stop();
    this.#off();
    return true;
  }

  async #do(
    act: Act | 'resolve' | 'restore',
    call: () => Promise<Edition>,
    saveFirst = true,
  ): Promise<boolean> {
    if (this.acting) return false;
    this.acting = act;
    this.failed = null;
    this.gather();
    try {
      if (saveFirst && !(await this.save())) {
        this.failed = { act, problem: this.saveProblem };
        return false;
      }
      const version = this.version;
      const answer = await this.#autosave.after(call);
      const newest = this.#untouchedSince(version);
      if (newest && (act === 'resolve' || act === 'restore')) this.#autosave.markSaved();
      this.#take(answer, newest);
      return true;
    } catch (problem) {
      this.failed = { act, problem };
      return false;
    } finally {
      this.acting = '';
    }
  }

  /** Nothing was typed since a version, not even in this moment. */
  #untouchedSince(version: number): boolean {
    this.gather();
    return version === this.version;
  }

  #take(answer: Edition, withText: boolean): void {
    this.edition = answer;
    if (!withText) {
      // Newer typing stands on what was just saved, not on what else has come in.
      if (answer.made) this.#base = [answer.made];
      return;
    }
    this.#base = answer.heads;
    const fields = Object.keys(answer.text) as (keyof Text)[];
    if (fields.some((field) => answer.text[field] !== this.text[field])) this.text = answer.text;
  }

  #suggest(): void {
    if (this.edition.live.state !== 'notLive' || this.#follows === false) return;
    clearTimeout(this.#slugTimer);
    this.#slugTimer = setTimeout(() => void this.#follow(), SLUG_WAIT);
  }

  async #follow(): Promise<void> {
    try {
      this.#follows ??= this.#opened.slug === (await this.#door.suggestSlug(this.id, this.#opened.headline));
      const headline = this.text.headline;
      if (!this.#follows) return;
      const slug = await this.#door.suggestSlug(this.id, headline);
      if (!this.#follows || headline !== this.text.headline || slug === this.text.slug) return;
      this.text = { ...this.text, slug };
      this.#autosave.touch();
    } catch {
      // A slug is a convenience: the next letter asks again, and saving reports what is wrong with one.
    }
  }
}
