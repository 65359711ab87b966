import type { Backend } from '$lib/backend/backend';
import type { Destination, PublishReport } from '$lib/backend/types';

type Door = Pick<
  Backend,
  | 'destinations'
  | 'saveDestination'
  | 'removeDestination'
  | 'chooseFolder'
  | 'publishSite'
  | 'cancelPublish'
  | 'openSite'
  | 'on'
>;

/** One publication under way. */
export interface Run {
  done: number;
  total: number; // 0 until the pages have been counted
  stopping: boolean;
}

/** The destinations of the site, what is being published to them, and what came of it. */
export class Publishing {
  destinations = $state.raw<Destination[]>([]);
  loaded = $state(false);
  problem = $state.raw<unknown>(null);
  runs = $state.raw<Record<string, Run>>({});
  reports = $state.raw<Record<string, PublishReport>>({});
  /** Why the last thing tried with a destination failed, by its id. */
  problems = $state.raw<Record<string, unknown>>({});

  #door: Door;

  constructor(door: Door) {
    this.#door = door;
    door.on('publish:progress', ({ destination, done, total }) => {
      const run = this.runs[destination];
      if (run) this.runs = { ...this.runs, [destination]: { ...run, done, total } };
    });
  }

  async load(): Promise<void> {
    try {
      this.destinations = await this.#door.destinations();
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.loaded = true;
    }
  }

  /** Asks for a folder and makes it a destination; nothing happens where none was chosen. */
  async addFolder(): Promise<void> {
    try {
      const path = await this.#door.chooseFolder();
      if (!path) return;
      const name = path.split(/[\\/]/).filter(Boolean).at(-1) ?? path;
      await this.#door.saveDestination({
        id: '',
        kind: 'folder',
        name,
        path,
        published: '',
        failed: 0,
        missing: false,
      });
      await this.load();
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** Gives a destination another name. */
  async rename(destination: Destination, name: string): Promise<void> {
    if (!name.trim() || name.trim() === destination.name) return;
    await this.#try(destination.id, async () => {
      await this.#door.saveDestination({ ...destination, name: name.trim() });
      await this.load();
    });
  }

  /** Forgets a destination; what was published there stays. */
  async remove(destination: Destination): Promise<void> {
    await this.#try(destination.id, async () => {
      await this.#door.removeDestination(destination.id);
      await this.load();
    });
  }

  /** Publishes the site; resolves when it is done, stopped or failed. */
  async publish(id: string): Promise<void> {
    if (this.runs[id]) return;
    this.runs = { ...this.runs, [id]: { done: 0, total: 0, stopping: false } };
    const { [id]: _, ...others } = this.reports;
    this.reports = others;
    await this.#try(id, async () => {
      const report = await this.#door.publishSite(id);
      this.reports = { ...this.reports, [id]: report };
    });
    const { [id]: __, ...rest } = this.runs;
    this.runs = rest;
    await this.load();
  }

  /** Asks a running publication to stop after the page it is at. */
  async stop(id: string): Promise<void> {
    const run = this.runs[id];
    if (!run) return;
    this.runs = { ...this.runs, [id]: { ...run, stopping: true } };
    await this.#try(id, () => this.#door.cancelPublish(id));
  }

  /** Opens the published site in the browser. */
  async open(id: string): Promise<void> {
    await this.#try(id, async () => void (await this.#door.openSite(id)));
  }

  async #try(id: string, call: () => Promise<void>): Promise<void> {
    const { [id]: _, ...rest } = this.problems;
    this.problems = rest;
    try {
      await call();
    } catch (problem) {
      this.problems = { ...this.problems, [id]: problem };
    }
  }
}
