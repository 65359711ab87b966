import type { Edition, Text } from '$lib/backend/types';

/** Where the newest words are: in this window only, on disk, or in a revision. */
export type Safety = 'pending' | 'kept' | 'saved' | 'failed';

/** What an Autosave works for. */
export interface Kept {
  /** The text as it is now; read at the last moment, so a queued call never carries old words. */
  text(): Text;
  keep(text: Text): Promise<string>;
  save(text: Text): Promise<Edition>;
  /** A revision was made; `newest` is false where typing went on meanwhile. */
  saved(edition: Edition, newest: boolean): void;
}

/** Milliseconds. A pause of `pause` or `longest` of steady typing writes the working copy; `rest` makes a revision. */
export const WAITS = { pause: 250, longest: 800, rest: 10_000, retryFirst: 1_000, retryLast: 10_000 };

/**
 * Carries typing to disk. Each change gets a number; what is kept and what is saved
 * are the highest numbers that have arrived, so an answer that comes late can never
 * pass for the newest text. Calls run one after another: a revision never overtakes
 * the working copy it stands for.
 */
export class Autosave {
  #typed = $state(0);
  #kept = $state(0);
  #saved = $state(0);
  #tail: Promise<unknown> = Promise.resolve();
  #firstUnkept = 0;
  #keepTimer: ReturnType<typeof setTimeout> | undefined;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #retry = WAITS.retryFirst;
  #subject: Kept;

  /** Why the words are not on disk; null when they are, or soon will be. */
  keepProblem = $state.raw<unknown>(null);
  /** Why the last attempt at a revision failed. The words are on disk all the same. */
  saveProblem = $state.raw<unknown>(null);
  /** RFC 3339 time at which the words last reached the disk. */
  time = $state('');

  /** unsaved: the text already differs from its newest revision, as after a crash. */
  constructor(subject: Kept, time: string, unsaved: boolean) {
    this.#subject = subject;
    this.time = time;
    if (unsaved) this.#typed = this.#kept = 1;
  }

  get safety(): Safety {
    if (this.keepProblem) return 'failed';
    if (this.#typed === this.#saved) return 'saved';
    return this.#typed === this.#kept ? 'kept' : 'pending';
  }

  /** The number of the newest change. */
  get version(): number {
    return this.#typed;
  }

  /** Nothing is in this window that is not on disk. */
  get settled(): boolean {
    return this.#typed === this.#kept || this.#typed === this.#saved;
  }

  /** The text has changed: the working copy follows within a second, a revision after a rest. */
  touch(): void {
    if (this.settled) this.#firstUnkept = Date.now();
    this.#typed++;
    const left = this.#firstUnkept + WAITS.longest - Date.now();
    this.#keepIn(Math.max(0, Math.min(WAITS.pause, left)));
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => void this.save(), WAITS.rest);
  }

  /** Writes the working copy now; resolves when it is on disk or has failed. */
  keep(): Promise<void> {
    clearTimeout(this.#keepTimer);
    return this.#queue(async () => {
      const version = this.#typed;
      if (version === this.#kept || version === this.#saved) return;
      const started = Date.now();
      try {
        this.time = await this.#subject.keep(this.#subject.text());
        this.#reached(version, started);
      } catch (problem) {
        this.keepProblem = problem;
        this.#keepIn(this.#retry);
        this.#retry = Math.min(this.#retry * 2, WAITS.retryLast);
      }
    });
  }

  /** Makes a revision of what is not in one yet. Resolves to whether all words are in a revision now. */
  save(): Promise<boolean> {
    clearTimeout(this.#saveTimer);
    return this.#queue(async () => {
      const version = this.#typed;
      if (version === this.#saved) return true;
      const started = Date.now();
      try {
        const edition = await this.#subject.save(this.#subject.text());
        this.#saved = version;
        this.#reached(version, started);
        this.saveProblem = null;
        this.time = edition.saved || this.time;
        this.#subject.saved(edition, version === this.#typed);
      } catch (problem) {
        this.saveProblem = problem;
        if (!this.settled) this.#keepIn(0);
      }
      return this.#typed === this.#saved;
    });
  }

  /** Runs call when everything before it has been answered, and holds back what comes after. */
  after<T>(call: () => Promise<T>): Promise<T> {
    return this.#queue(call);
  }

  /** The text now is what its newest revision holds, as after a restore. */
  markSaved(): void {
    this.stop();
    this.#typed++;
    this.#kept = this.#saved = this.#typed;
    this.keepProblem = this.saveProblem = null;
  }

  /** Ends the timers. What is unsaved stays so: save() first. */
  stop(): void {
    clearTimeout(this.#keepTimer);
    clearTimeout(this.#saveTimer);
  }

  #reached(version: number, started: number): void {
    this.#kept = Math.max(this.#kept, version);
    this.keepProblem = null;
    this.#retry = WAITS.retryFirst;
    this.#firstUnkept = started;
  }

  #keepIn(wait: number): void {
    clearTimeout(this.#keepTimer);
    this.#keepTimer = setTimeout(() => void this.keep(), wait);
  }

  #queue<T>(job: () => Promise<T>): Promise<T> {
    const run = this.#tail.then(job);
    this.#tail = run.catch(() => undefined);
    return run;
  }
}
