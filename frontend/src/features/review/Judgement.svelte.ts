import type { Backend } from '$lib/backend/backend';
import type { Edition, Review, ReviewChange } from '$lib/backend/types';

type Door = Pick<
  Backend,
  | 'reviewOf'
  | 'reviewChanges'
  | 'approve'
  | 'returnEdition'
  | 'publish'
  | 'correct'
  | 'schedule'
  | 'unschedule'
  | 'withdraw'
  | 'setEmbargo'
  | 'on'
>;

export type Decision = 'approve' | 'return' | 'publish' | 'correct' | 'schedule' | 'unschedule';

/**
 * One edition before its judge: the text, what it is compared with, and what can be decided.
 * A decision is about the revision that is in sight, never about a later one.
 */
export class Judgement {
  readonly id: string;
  review = $state.raw<Review>();
  problem = $state.raw<unknown>(null);
  /** Revision that the text is compared with; "" shows the text as it is. */
  base = $state('');
  changes = $state.raw<ReviewChange[]>([]);
  deciding = $state<Decision | 'embargo' | ''>('');
  failed = $state.raw<{ decision: Decision | 'embargo'; problem: unknown } | null>(null);

  #door: Door;
  #round = 0;
  #offs: (() => void)[];

  constructor(door: Door, id: string) {
    this.#door = door;
    this.id = id;
    const story = id.slice(0, id.lastIndexOf('.'));
    this.#offs = [
      door.on('edition:changed', (e) => void (e.story === story && this.load())),
      door.on('story:changed', (e) => void (e.id === story && this.load())),
      door.on('comments:changed', () => void this.load()),
      door.on('live:due', () => void this.load()),
    ];
  }

  /** Opens the edition, compared with the most telling earlier text, or keeps to what was chosen. */
  async load(): Promise<void> {
    const round = ++this.#round;
    try {
      const review = await this.#door.reviewOf(this.id);
      const first = this.review === undefined;
      const known = review.bases.some((each) => each.revision === this.base);
      const base = first ? (review.bases[0]?.revision ?? '') : known ? this.base : '';
      const changes = base ? await this.#door.reviewChanges(this.id, base) : [];
      if (round !== this.#round) return;
      Object.assign(this, { review, base, changes, problem: null });
    } catch (problem) {
      if (round === this.#round) this.problem = problem;
    }
  }

  /** Compares with an earlier revision; "" shows the text as it is. */
  async compare(base: string): Promise<void> {
    const round = ++this.#round;
    try {
      const changes = base ? await this.#door.reviewChanges(this.id, base) : [];
      if (round === this.#round) Object.assign(this, { base, changes });
    } catch (problem) {
      if (round === this.#round) this.problem = problem;
    }
  }

  /** What can be decided now, the most likely first. */
  get possible(): Decision[] {
    const review = this.review;
    if (!review) return [];
    const shown = review.live.state === 'live' || review.live.state === 'corrected';
    const scheduled = review.live.state === 'scheduled';
    if (review.work.state !== 'approved') {
      const back: Decision[] = review.work.state === 'submitted' ? ['return'] : [];
      return [
        ...(review.revision ? (['approve'] as Decision[]) : []),
        ...back,
        ...(scheduled || review.live.next ? (['unschedule'] as Decision[]) : []),
      ];
    }
    if (shown && review.live.next) return ['schedule', 'unschedule', 'correct'];
    if (shown) return review.changed ? ['correct', 'schedule', 'return'] : [];
    if (scheduled) return ['schedule', 'unschedule', 'publish'];
    return ['publish', 'schedule', 'return'];
  }

  /** What keeps an approval back. */
  get blocked(): Review['checks'] {
    return this.review?.checks.filter((check) => check.blocks && !check.ok) ?? [];
  }

  /** `words`: the note of a return, the notice of a correction, the time of a schedule,
   * which has a notice too where it is of a correction. */
  async decide(decision: Decision, words = '', notice = ''): Promise<boolean> {
    const calls: Record<Decision, () => Promise<Edition>> = {
      approve: () => this.#door.approve(this.id, this.review?.revision ?? ''),
      return: () => this.#door.returnEdition(this.id, words),
      publish: () => this.#door.publish(this.id),
      correct: () => this.#door.correct(this.id, words),
      schedule: () => this.#door.schedule(this.id, words, notice),
      unschedule: () => this.#door.unschedule(this.id),
    };
    return this.#do(decision, calls[decision]);
  }

  /** Approves the text in sight and lets it go live at once. */
  async approveAndPublish(): Promise<boolean> {
    const correction = this.review?.live.state === 'live' || this.review?.live.state === 'corrected';
    if (!(await this.decide('approve'))) return false;
    return correction || this.decide('publish');
  }

  /** Holds the story back until a time; "" lets it go. */
  embargo(until: string): Promise<boolean> {
    return this.#do('embargo', () => this.#door.setEmbargo(this.review?.story ?? '', until));
  }

  close(): void {
    this.#round++;
    for (const off of this.#offs) off();
  }

  async #do(decision: Decision | 'embargo', call: () => Promise<unknown>): Promise<boolean> {
    if (this.deciding) return false;
    this.deciding = decision;
    this.failed = null;
    try {
      await call();
      await this.load();
      return true;
    } catch (problem) {
      this.failed = { decision, problem };
      return false;
    } finally {
      this.deciding = '';
    }
  }
}
