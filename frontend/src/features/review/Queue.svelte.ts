import type { Backend } from '$lib/backend/backend';
import type { Lang, QueueRow, ReviewStep } from '$lib/backend/types';

type Door = Pick<Backend, 'reviewQueue' | 'on'>;

export type QueueOrder = 'waiting' | 'language' | 'section';

export const steps: ReviewStep[] = ['submitted', 'approved', 'scheduled'];

const SETTLE = 60; // ms in which several events are one

/** What is on the editors' table, a step at a time, and which of it is chosen. */
export class Queue {
  rows = $state.raw<QueueRow[]>([]);
  loaded = $state(false);
  problem = $state.raw<unknown>(null);
  step = $state<ReviewStep>('submitted');
  order = $state<QueueOrder>('waiting');
  lang = $state<Lang | ''>('');
  chosen = $state('');

  #door: Door;
  #round = 0;
  #newest: Promise<void> | undefined; // the reading that was begun last
  #timer: ReturnType<typeof setTimeout> | undefined;
  #offs: (() => void)[];

  constructor(door: Door) {
    this.#door = door;
    const soon = () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.load(), SETTLE);
    };
    this.#offs = [
      door.on('edition:changed', soon),
      door.on('story:changed', soon),
      door.on('comments:changed', soon),
      door.on('live:due', soon),
    ];
  }

  /** The rows in sight, in order. */
  get shown(): QueueRow[] {
    const rows = this.rows.filter(
      (row) => row.step === this.step && (this.lang === '' || row.lang === this.lang),
    );
    // Sorting keeps the order of equals: within a language the longest waiting stays first.
    if (this.order === 'language') return rows.sort((a, b) => a.lang.localeCompare(b.lang));
    if (this.order === 'section')
      return rows.sort((a, b) => (a.sections[0] ?? '~').localeCompare(b.sections[0] ?? '~'));
    return rows;
  }

  /** Languages in which something waits at this step. */
  get langs(): Lang[] {
    return [...new Set(this.rows.filter((row) => row.step === this.step).map((row) => row.lang))];
  }

  get row(): QueueRow | undefined {
    return this.rows.find((row) => row.id === this.chosen);
  }

  count(step: ReviewStep): number {
    return this.rows.filter((row) => row.step === step).length;
  }

  /** Reads the rows. One that a newer reading overtakes ends with that: then they are the newest. */
  load(): Promise<void> {
    const round = ++this.#round;
    const read = this.#read(round).then(() => (round === this.#round ? undefined : this.#newest));
    this.#newest = read;
    return read;
  }

  async #read(round: number): Promise<void> {
    try {
      const rows = await this.#door.reviewQueue();
      if (round !== this.#round) return;
      this.rows = rows;
      this.problem = null;
    } catch (problem) {
      if (round === this.#round) this.problem = problem;
    } finally {
      this.loaded = true;
    }
  }

  /** Chooses the row that is n further; the ends hold. Returns its id, "" where there is none. */
  move(n: number): string {
    const shown = this.shown;
    const at = shown.findIndex((row) => row.id === this.chosen);
    const to = at < 0 ? 0 : Math.min(Math.max(at + n, 0), shown.length - 1);
    this.chosen = shown[to]?.id ?? '';
    return this.chosen;
  }

  /** The row to go on with once `id` is decided: the next one, else the one before. */
  after(id: string): string {
    const shown = this.shown;
    const at = shown.findIndex((row) => row.id === id);
    return shown[at + 1]?.id ?? shown[at - 1]?.id ?? '';
  }

  close(): void {
    this.#round++;
    this.#newest = undefined;
    clearTimeout(this.#timer);
    for (const off of this.#offs) off();
  }
}
