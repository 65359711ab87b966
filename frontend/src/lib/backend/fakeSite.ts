// The half of the in-memory backend that is about the newsroom as a whole: events,
// terms, the site and where it goes.
import type { Events } from './backend';
import { BackendError } from './errors';
import type { FakeData } from './fakeNewsroom';
import type * as t from './types';

export class FakeSite {
  readonly data: FakeData;
  readonly #handlers = new Map<string, Set<(payload: never) => void>>();
  #count = 0;

  constructor(data: FakeData) {
    this.data = data;
  }

  on<E extends keyof Events>(event: E, handler: (payload: Events[E]) => void): () => void {
    const set = this.#handlers.get(event) ?? new Set();
    this.#handlers.set(event, set.add(handler));
    return () => set.delete(handler);
  }

  /** Sends an event as Go would. */
  emit<E extends keyof Events>(event: E, payload: Events[E]): void {
    for (const handler of this.#handlers.get(event) ?? []) handler(payload as never);
  }

  terms = async () => structuredClone(this.data.terms);

  async saveTerm(before: t.Term, after: t.Term): Promise<t.Term> {
    const held = this.data.terms.find((other) => other.kind === after.kind && other.id === after.id);
    const saved = {
      ...structuredClone(held ? changedTerm(held, before, after) : after),
      id: after.id || this.newId('term'),
    };
    this.data.terms = [
      ...this.data.terms.filter((other) => other.kind !== saved.kind || other.id !== saved.id),
      saved,
    ];
    this.emit('terms:changed', null);
    return structuredClone(saved);
  }

  async removeTerm(kind: string, id: string): Promise<void> {
    this.data.terms = this.data.terms.filter((term) => term.kind !== kind || term.id !== id);
    this.emit('terms:changed', null);
  }

  site = async () => structuredClone(this.data.site);

  async changeSite(_before: t.SiteSettings, settings: t.SiteSettings): Promise<t.SiteSettings> {
    this.data.site = structuredClone(settings);
    this.emit('site:changed', null);
    return this.site();
  }

  destinations = async () => structuredClone(this.data.destinations);
  chooseFolder = async () => '/media/usb';

  async saveDestination(d: t.Destination): Promise<t.Destination> {
    const saved = { ...d, id: d.id || this.newId('destination') };
    this.data.destinations = [...this.data.destinations.filter((other) => other.id !== saved.id), saved];
    return saved;
  }

  async removeDestination(id: string): Promise<void> {
    this.data.destinations = this.data.destinations.filter((d) => d.id !== id);
  }

  async publishSite(destination: string): Promise<t.PublishReport> {
    const total = 40;
    for (let done = 0; done <= total; done += 10) this.emit('publish:progress', { destination, done, total });
    const pages: t.PageResult[] = [{ path: 'en/index.html', outcome: 'written', problem: null }];
    return {
      destination,
      total,
      written: 1,
      unchanged: 39,
      removed: 0,
      failed: 0,
      left: 0,
      cancelled: false,
      milliseconds: 120,
      pages,
    };
  }

  cancelPublish = async () => {};
  openSite = async () => 'http://127.0.0.1:0/';

  protected refuse(code: string, message: string): BackendError {
    return new BackendError({ code, message, params: {} });
  }

  protected newId(kind: string): string {
    return `${kind}-new-${++this.#count}`;
  }
}

/** What is held, with what leads from `before` to `after`. */
function changedTerm(held: t.Term, before: t.Term, after: t.Term): t.Term {
  const words = (face: 'labels' | 'slugs') => {
    const changed = Object.entries(after[face]).filter(
      ([lang, text]) => text !== before[face][lang as t.Lang],
    );
    return { ...held[face], ...Object.fromEntries(changed) };
  };
  return {
    ...held,
    order: after.order === before.order ? held.order : after.order,
    standing: after.standing === before.standing ? held.standing : after.standing,
    labels: words('labels'),
    slugs: words('slugs'),
  };
}
