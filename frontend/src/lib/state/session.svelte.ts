import type { Backend } from '$lib/backend/backend';
import type { BeginRequest, Lang, Member, Preferences, Role, Session } from '$lib/backend/types';
import { i18n } from '$lib/i18n';
import { applyAppearance } from './appearance';

/**
 * Who is here, in which newsroom, with which preferences. Preferences take effect
 * at once and are written behind; where writing fails the old ones come back.
 */
export class SessionState {
  readonly #backend: Backend;
  #session = $state.raw<Session>();

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Asks for the session. Call once, before anything is shown. */
  async load(): Promise<void> {
    await this.#take(await this.#backend.session());
  }

  /** Asks again for what others may have changed, such as the newsroom's name. Preferences stay. */
  async refresh(): Promise<void> {
    const { preferences } = this.current;
    this.#session = { ...(await this.#backend.session()), preferences };
  }

  /** "loading" until load() has answered. */
  get state(): Session['state'] | 'loading' {
    return this.#session?.state ?? 'loading';
  }

  /** Throws before load() has answered: nothing is shown until then. */
  get current(): Session {
    if (!this.#session) throw new Error('SessionState: read before load() has answered');
    return this.#session;
  }

  get preferences(): Preferences {
    return this.current.preferences;
  }

  get member(): Member {
    return this.current.member;
  }

  can(role: Role): boolean {
    return this.member.roles.includes(role);
  }

  /** First start: makes the newsroom, or opens the sample. */
  async begin(request: BeginRequest): Promise<void> {
    await this.#take(await this.#backend.begin(request));
  }

  async prefer(change: Partial<Preferences>): Promise<void> {
    const before = this.preferences;
    await this.#apply({ ...before, ...change });
    // Before the newsroom exists there is nowhere to write them: begin() takes the language along.
    if (this.current.state === 'first') return;
    try {
      await this.#apply(await this.#backend.changePreferences(this.preferences));
    } catch (thrown) {
      await this.#apply(before);
      throw thrown;
    }
  }

  async changeMember(name: string, roles: Role[], langs: Lang[]): Promise<void> {
    const member = await this.#backend.changeMember(name, roles, langs);
    this.#session = { ...this.current, member };
  }

  async #take(session: Session): Promise<void> {
    this.#session = session;
    await this.#apply(session.preferences);
  }

  async #apply(preferences: Preferences): Promise<void> {
    applyAppearance(preferences, document.documentElement);
    i18n.calendar = preferences.calendar;
    await i18n.set(preferences.language);
    this.#session = { ...this.current, preferences };
  }
}
