import type { Backend, Events } from '$lib/backend/backend';
import type { CheckCalls, Finding } from '$lib/backend/types';

type Door = CheckCalls & Pick<Backend, 'on'>;

const PAUSE = 400; // milliseconds after the words were kept

/**
 * What the checks find in one edition. They run in Go, on the words as they were last
 * kept: `again` asks for it, once for however much changes meanwhile. A change of the
 * edition, of names or of the settings asks by itself.
 */
export class Checks {
  readonly edition: string;
  found = $state.raw<Finding[]>([]);
  loaded = $state(false);
  problem = $state.raw<unknown>(null);
  /** Key of the finding that something is being done to. */
  busy = $state('');

  #door: Door;
  #round = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #offs: (() => void)[];

  constructor(door: Door, edition: string) {
    this.#door = door;
    this.edition = edition;
    const ours = ({ id }: Events['edition:changed']) => void (id === edition && this.again());
    this.#offs = [
      door.on('edition:changed', ours),
      door.on('names:changed', () => this.again()),
      door.on('site:changed', () => this.again()),
    ];
  }

  /** Those that nobody has dismissed, in the order of the text. */
  get open(): Finding[] {
    return this.found.filter((finding) => !finding.dismissed);
  }

  get dismissed(): Finding[] {
    return this.found.filter((finding) => finding.dismissed);
  }

  /** Looks the edition over a moment from now. */
  again(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.load(), PAUSE);
  }

  async load(): Promise<void> {
    clearTimeout(this.#timer);
    const round = ++this.#round;
    try {
      const found = await this.#door.checks(this.edition);
      if (round !== this.#round) return;
      this.found = found;
      this.problem = null;
    } catch (problem) {
      if (round === this.#round) this.problem = problem;
    } finally {
      this.loaded = true;
    }
  }

  /** Says that a finding is right as it is, and why. False where that failed. */
  dismiss(finding: Finding, reason: string): Promise<boolean> {
    return this.#do(finding, () => this.#door.dismissCheck(this.edition, objectionOf(finding), reason));
  }

  restore(finding: Finding): Promise<boolean> {
    return this.#do(finding, () => this.#door.restoreCheck(this.edition, objectionOf(finding)));
  }

  close(): void {
    this.#round++;
    clearTimeout(this.#timer);
    for (const off of this.#offs) off();
  }

  async #do(finding: Finding, call: () => Promise<Finding[]>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = keyOf(finding);
    try {
      const found = await call();
      this.#round++; // an answer that was asked for before knows less
      this.found = found;
      this.problem = null;
      return true;
    } catch (problem) {
      this.problem = problem;
      return false;
    } finally {
      this.busy = '';
    }
  }
}

const objectionOf = ({ check, block, detail }: Finding) => ({ check, block, detail });

/** Tells findings of one edition apart. */
export const keyOf = ({ check, block, detail, start }: Finding) => `${check} ${block} ${start} ${detail}`;
