import { Checks } from '$features/check/Checks.svelte';
import { Comments } from '$features/comment/Comments.svelte';
import { theWhole, type Target } from '$features/comment/target';
import { Judgement } from '$features/review/Judgement.svelte';
import { headline, nowhere, summary } from '$features/review/places';
import type { Backend } from '$lib/backend/backend';
import type { Thread } from '$lib/backend/types';

/** The place of the text under review that a thread is about. */
export function placeOf(thread: Thread): number {
  if (thread.block === 'headline') return headline;
  return thread.block === 'summary' ? summary : thread.at;
}

/** An edition on the editors' table: the judgement of it, with its comments and what was found in it. */
export class OpenReview {
  readonly judgement: Judgement;
  readonly comments: Comments;
  readonly checks: Checks;

  constructor(backend: Backend, id: string) {
    this.judgement = new Judgement(backend, id);
    this.comments = new Comments(backend, id);
    this.checks = new Checks(backend, id);
  }

  load(): void {
    for (const each of this.#all) void each.load();
  }

  close(): void {
    for (const each of this.#all) each.close();
  }

  /** What a comment at a place of the text is about; the whole where no place is chosen. */
  targetAt(place: number): Target {
    const { review } = this.judgement;
    if (place === headline) return { about: 'headline', at: nowhere, quote: review?.text.headline ?? '' };
    if (place === summary) return { about: 'summary', at: nowhere, quote: review?.text.summary ?? '' };
    const block = review?.blocks[place];
    return block ? { about: '', at: place, quote: block.source } : theWhole;
  }

  /** How many comments wait for an answer at a place. */
  waitingAt(place: number): number {
    if (place === nowhere) return 0;
    return this.comments.waiting.filter((thread) => placeOf(thread) === place).length;
  }

  get #all() {
    return [this.judgement, this.comments, this.checks];
  }
}
