import type { Backend } from '$lib/backend/backend';
import type { Dispute, DisputePlace, Text } from '$lib/backend/types';
import type { EditionDraft } from './EditionDraft.svelte';

const PAUSE = 300; // milliseconds after the last letter until the places are looked up again

/** Fields that can hold two texts one after the other. */
const roomy: Partial<Record<keyof Text, string>> = { body: '\n\n', summary: '\n' };

/** What a person wants at a place: one of its versions, or all of them. */
export type Choice = number | 'both';

/** A place to settle: one of a dispute, and what stands there now. */
export interface Place extends DisputePlace {
  index: number;
  /** Somebody has said what holds there. Settled places of the body are places no more. */
  decided: boolean;
  canBoth: boolean;
}

/**
 * What several revisions of the edition on the table say differently, while a person
 * settles it place by place. A choice is a change of the text like typing: it goes to disk
 * with it, can be taken back, and is a revision only when all of it is settled.
 */
export class Settling {
  places = $state.raw<Place[]>([]);
  dispute = $state.raw<Dispute | null>(null);
  problem = $state.raw<unknown>(null);

  #door: Pick<Backend, 'dispute'>;
  #draft: EditionDraft;
  #asked: Text | null = null; // the text that `dispute` is about
  #fields = new Set<keyof Text>(); // short fields whose text somebody has decided about
  #past = $state.raw<{ before: Text; after: Text; fields: Set<keyof Text> }[]>([]);
  #round = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(door: Pick<Backend, 'dispute'>, draft: EditionDraft) {
    this.#door = door;
    this.#draft = draft;
  }

  /** How many places nobody has decided about. */
  get left(): number {
    return this.places.filter((place) => !place.decided).length;
  }

  /** The newest choice can be taken back: nothing was typed since. */
  get canUndo(): boolean {
    const last = this.#past.at(-1);
    return last !== undefined && same(last.after, this.#draft.text);
  }

  /** Looks the places up again when the writer pauses. */
  note(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.load(), this.dispute ? PAUSE : 0);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#round++;
  }

  async load(): Promise<void> {
    clearTimeout(this.#timer);
    const { text, base, id } = this.#draft;
    const round = ++this.#round;
    try {
      const answer = await this.#door.dispute(id, [...base], text);
      if (round !== this.#round) return;
      this.#asked = text;
      this.dispute = answer;
      this.problem = null;
      this.#lay();
    } catch (problem) {
      if (round === this.#round) this.problem = problem;
    }
  }

  /** Puts a choice in the place of what is disputed. */
  keep(place: Place, choice: Choice): Promise<void> {
    const texts = (of: Place) => of.versions.map((version) => version.text).join('\0');
    return this.#put((other) =>
      other.index === place.index && texts(other) === texts(place) ? choice : undefined,
    );
  }

  /** Keeps everywhere what one side wrote, where it wrote one of the versions. */
  keepSide(side: number): Promise<void> {
    return this.#put(({ versions }) => {
      const at = versions.findIndex((version) => version.sides.includes(side));
      return at < 0 ? undefined : at;
    });
  }

  /** Keeps all versions everywhere where there is room for them. */
  keepBoth(): Promise<void> {
    return this.#put((place) => (place.canBoth ? 'both' : undefined));
  }

  /** Takes the marks away that stand around nothing; the texts between them stay. */
  async sweep(): Promise<void> {
    await this.#current();
    if (!this.dispute?.broken) return;
    const marks = /^[ \t]*(?:⟪⟪⟪|⟪⟫|⟫⟫⟫)[ \t]*$/u;
    const clean = (text: string) =>
      text
        .split('\n\n')
        .filter((block) => !marks.test(block))
        .join('\n\n');
    const body = this.dispute.body.map(({ text, place }) => (place < 0 ? clean(text) : text));
    await this.#change({ body: body.filter(Boolean).join('\n\n') }, new Set(this.#fields));
  }

  /** Takes the newest choice back. */
  async undo(): Promise<void> {
    this.#draft.gather();
    const last = this.#past.at(-1);
    if (!last || !this.canUndo) return;
    this.#past = this.#past.slice(0, -1);
    this.#fields = last.fields;
    this.#draft.change(last.before);
    await this.load();
  }

  async #put(choose: (place: Place) => Choice | undefined): Promise<void> {
    await this.#current();
    const fields = new Set(this.#fields);
    const patch: Partial<Text> = {};
    const words = new Map<number, string>();
    for (const place of this.places) {
      const choice = choose(place);
      if (choice === undefined) continue;
      const text = wordsOf(place, choice);
      words.set(place.index, text);
      if (place.field === 'body') continue;
      patch[place.field] = text;
      fields.add(place.field);
    }
    const stretches = this.dispute?.body ?? [];
    if (stretches.some(({ place }) => words.has(place))) {
      const body = stretches.map(({ text, place }) => words.get(place) ?? text);
      patch.body = body.filter(Boolean).join('\n\n');
    }
    if (words.size > 0) await this.#change(patch, fields);
  }

  async #change(patch: Partial<Text>, fields: Set<keyof Text>): Promise<void> {
    const before = this.#draft.text;
    const wasDecided = this.#fields;
    this.#fields = fields;
    this.#draft.change(patch);
    this.#past = [...this.#past, { before, after: this.#draft.text, fields: wasDecided }];
    await this.load();
  }

  /** Makes sure that the places are those of the text as it is in this moment. */
  async #current(): Promise<void> {
    this.#draft.gather();
    if (!this.#asked || !same(this.#asked, this.#draft.text)) await this.load();
  }

  #lay(): void {
    const { text } = this.#draft;
    this.places = (this.dispute?.places ?? []).map((place, index) => {
      const words = text[place.field];
      const versions = place.versions.map((version) => version.text);
      const own = place.field !== 'body' && !versions.includes(words); // typed instead of them
      const decided = own || this.#fields.has(place.field);
      const canBoth = roomy[place.field] !== undefined && versions.every(Boolean);
      return { ...place, index, decided, canBoth };
    });
  }
}

function wordsOf(place: Place, choice: Choice): string {
  if (choice !== 'both') return place.versions[choice]?.text ?? '';
  return place.versions.map((version) => version.text).join(roomy[place.field] ?? ' ');
}

function same(a: Text, b: Text): boolean {
  return (Object.keys(a) as (keyof Text)[]).every((field) => a[field] === b[field]);
}
