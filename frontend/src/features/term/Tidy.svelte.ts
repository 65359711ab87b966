import type { Backend } from '$lib/backend/backend';
import type { TagReport } from '$lib/backend/types';

type Door = Pick<Backend, 'tagReport' | 'mergeTags' | 'unmergeTag' | 'on'>;

/** Tags that may be one, that nobody uses, and that went into others. */
export class Tidy {
  report = $state.raw<TagReport>({ unused: [], alike: [], merged: [] });
  problem = $state.raw<unknown>(null);

  #door: Door;
  #offs: (() => void)[];

  constructor(door: Door) {
    this.#door = door;
    const soon = () => void this.load();
    this.#offs = [door.on('terms:changed', soon)];
  }

  /** How many things wait to be looked at. */
  get count(): number {
    return this.report.alike.length + this.report.unused.length;
  }

  get empty(): boolean {
    return this.count + this.report.merged.length === 0;
  }

  async load(): Promise<void> {
    try {
      this.report = await this.#door.tagReport();
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** Has one tag stand for another from now on. */
  async merge(from: string, into: string): Promise<void> {
    await this.#door.mergeTags([from], into);
    await this.load();
  }

  /** Makes a merged tag one of its own again. */
  async unmerge(id: string): Promise<void> {
    await this.#door.unmergeTag(id);
    await this.load();
  }

  /** Lets go of the events. */
  close(): void {
    for (const off of this.#offs) off();
  }
}
