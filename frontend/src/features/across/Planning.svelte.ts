import type { Backend } from '$lib/backend/backend';
import type {
  Across,
  AcrossAct,
  AcrossPicture,
  AcrossPlan,
  AcrossStep,
  Lang,
  Name,
} from '$lib/backend/types';
import { languages } from '$lib/i18n';

type Door = Pick<Backend, 'planAcross' | 'runAcross' | 'acrossPictures' | 'names'>;

const WAIT = 300; // milliseconds after the last letter until the plan is made anew

/**
 * An act on all editions of stories, from the question to the result. The plan follows what
 * is asked for; what is carried out is the plan in sight, or nothing.
 */
export class Planning {
  question = $state.raw<Across>(blank('withdraw', []));
  plan = $state.raw<AcrossPlan>();
  /** Why the plan could not be made or carried out. */
  problem = $state.raw<unknown>(null);
  busy = $state(false); // being carried out
  pictures = $state.raw<AcrossPicture[]>([]);
  names = $state.raw<Name[]>([]);
  replacing = $state(false); // another picture is to come in the place of the one that goes

  #waits = $state(false); // what is asked for is newer than the plan
  #timer: ReturnType<typeof setTimeout> | undefined;
  #round = 0;
  readonly #door: Door;
  readonly #stories: string[]; // those that it was begun on

  constructor(door: Door, act: AcrossAct, stories: string[], until = '') {
    this.#door = door;
    this.#stories = stories;
    this.question = { ...blank(act, stories), until };
  }

  get done(): boolean {
    return this.plan?.done === true;
  }

  /** What is asked for says enough to make a plan. */
  get complete(): boolean {
    const { act, old, new: comes, name, spellings } = this.question;
    if (act === 'picture') return old !== '' && (!this.replacing || comes !== '');
    if (act === 'name') return name !== '' || spellings.some((each) => each.trim() !== '');
    return true;
  }

  /** A plan is being made. */
  get planning(): boolean {
    return this.#waits && this.complete;
  }

  /** Other stories of the newsroom that show the picture that goes. */
  get elsewhere(): string[] {
    const picture = this.pictures.find(({ hash }) => hash === this.question.old);
    return picture?.stories.filter((id) => !this.#stories.includes(id)) ?? [];
  }

  /** The act is about those stories too. */
  get wide(): boolean {
    return this.question.stories.length > this.#stories.length;
  }

  /** Takes in the other stories that show the picture, or leaves them out again. */
  widen(wide: boolean): void {
    this.ask({ stories: wide ? [...this.#stories, ...this.elsewhere] : this.#stories });
  }

  /** Another picture is the one that goes; first only in the stories that this was begun on. */
  choosePicture(old: string): void {
    this.ask({ old, stories: this.#stories });
  }

  /** Editions in which something is done. */
  get editions(): number {
    return this.plan?.steps.filter((step) => step.edition && step.does.length > 0).length ?? 0;
  }

  /** The plan in sight is what would be carried out, and does something. */
  get ready(): boolean {
    const acts = this.plan?.steps.some((step) => step.does.length > 0) ?? false;
    return acts && !this.done && !this.#waits && !this.busy;
  }

  /** Languages whose readers can be told why. */
  get told(): Lang[] {
    return this.#langs(
      ({ does, left }) =>
        does.some(({ code }) => code === 'withdraw' || code === 'correct' || code === 'notice') ||
        left.some(({ code }) => code === 'notice'),
    );
  }

  /** Languages in which the name stands, or for which words are given already. */
  get worded(): Lang[] {
    const given = this.question.words;
    const found = this.#langs(({ stays }) => stays !== 'clean');
    return languages.filter((lang) => found.includes(lang) || given[lang] !== undefined);
  }

  /** Reads what there is to choose from, and makes the first plan. */
  async open(): Promise<void> {
    try {
      const { act, stories } = this.question;
      if (act === 'picture') {
        this.pictures = await this.#door.acrossPictures(stories);
        const [only, ...others] = this.pictures;
        if (only && others.length === 0) this.question = { ...this.question, old: only.hash };
      }
      if (act === 'name') this.names = await this.#door.names();
      await this.show();
    } catch (thrown) {
      this.problem = thrown;
    }
  }

  /** Takes over a change of what is asked for; the plan follows. */
  ask(patch: Partial<Across>): void {
    this.question = { ...this.question, ...patch };
    this.#waits = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.show(), WAIT);
  }

  /** Makes the plan anew. */
  async show(): Promise<void> {
    clearTimeout(this.#timer);
    const round = ++this.#round;
    this.#waits = true;
    if (!this.complete) {
      this.plan = undefined;
      return;
    }
    try {
      const plan = await this.#door.planAcross(this.question);
      if (round !== this.#round) return;
      this.plan = plan;
      this.problem = null;
      this.#waits = false;
    } catch (thrown) {
      if (round !== this.#round) return;
      this.plan = undefined;
      this.problem = thrown;
    }
  }

  /** Carries out the plan in sight. Where it is no longer true, the new one is shown. */
  async run(): Promise<boolean> {
    const mark = this.plan?.mark;
    if (!this.ready || mark === undefined) return false;
    this.busy = true;
    try {
      this.plan = await this.#door.runAcross(this.question, mark);
      this.problem = null;
      return true;
    } catch (thrown) {
      await this.show();
      this.problem = thrown;
      return false;
    } finally {
      this.busy = false;
    }
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#round++;
  }

  #langs(fits: (step: AcrossStep) => boolean): Lang[] {
    const found = this.plan?.steps.filter((step) => step.edition && fits(step)).map(({ lang }) => lang) ?? [];
    return languages.filter((lang) => found.includes(lang));
  }
}

function blank(act: AcrossAct, stories: string[]): Across {
  return {
    act,
    stories,
    langs: [],
    notices: {},
    until: '',
    old: '',
    new: '',
    name: '',
    spellings: [],
    words: {},
  };
}
