import type { Backend } from '$lib/backend/backend';
import type { DiffBlock, RevisionInfo } from '$lib/backend/types';

type Door = Pick<Backend, 'revisions' | 'compare' | 'on'>;

/**
 * The history of an edition, and the comparison of any two of its revisions. The two
 * that are compared are always held older first, whichever way they were chosen.
 */
export class History {
  revisions = $state.raw<RevisionInfo[]>([]);
  loaded = $state(false);
  problem = $state.raw<unknown>(null);
  older = $state('');
  newer = $state('');
  blocks = $state.raw<DiffBlock[] | null>(null);
  comparing = $state(false);

  #edition: string;
  #followed = false;
  #door: Door;
  #round = 0;
  #off: () => void;

  constructor(door: Door, edition: string) {
    this.#door = door;
    this.#edition = edition;
    this.#off = door.on(
      'edition:changed',
      ({ id }) => void (id === edition && this.#followed && this.load()),
    );
  }

  /** Says whether it is in sight: it is read when it comes there, and then with every change. */
  follow(inSight: boolean): void {
    this.#followed = inSight;
    if (inSight) void this.load();
  }

  async load(): Promise<void> {
    try {
      this.revisions = await this.#door.revisions(this.#edition);
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.loaded = true;
    }
  }

  /** Marks a revision as one of the two to compare; the two marked last count. */
  pick(id: string): void {
    this.blocks = null;
    if (id === this.older || id === this.newer) {
      this.newer = id === this.newer ? this.older : this.newer;
      this.older = '';
      return;
    }
    const pair = [this.newer || id, id].sort((a, b) => this.#place(b) - this.#place(a));
    this.older = this.newer ? (pair[0] ?? '') : '';
    this.newer = this.newer ? (pair[1] ?? '') : id;
  }

  /** What a revision changed: compares it with the one it was made from. */
  async changesOf(revision: RevisionInfo): Promise<void> {
    this.newer = revision.id;
    this.older = revision.parents[0] ?? '';
    await this.compare();
  }

  /** Compares the two that are marked; "" as the older is the empty text. */
  async compare(): Promise<void> {
    if (!this.newer) return;
    const round = ++this.#round;
    this.comparing = true;
    try {
      const blocks = await this.#door.compare(this.older, this.newer);
      if (round !== this.#round) return;
      this.blocks = blocks;
      this.problem = null;
    } catch (problem) {
      if (round === this.#round) this.problem = problem;
    } finally {
      if (round === this.#round) this.comparing = false;
    }
  }

  /** Leaves the comparison. */
  clear(): void {
    this.#round++;
    this.blocks = null;
    this.older = this.newer = '';
    this.comparing = false;
  }

  close(): void {
    this.#off();
  }

  #place(id: string): number {
    return this.revisions.findIndex((revision) => revision.id === id);
  }
}
