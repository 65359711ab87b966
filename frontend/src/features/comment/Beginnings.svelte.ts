import { theWhole, type Target } from './target';

/** What is being written about one place of a text and not sent. */
export class Beginning {
  /** Where that place is, and what it says by now. */
  target = $state.raw<Target>(theWhole);
  text = $state('');
  /** The text that is suggested for the place; undefined for a plain comment. */
  suggestion = $state<string>();

  constructor(target: Target) {
    this.target = target;
  }

  /** Nothing would be lost with it. */
  get empty(): boolean {
    const suggests = this.suggestion !== undefined && this.suggestion !== this.target.quote;
    return this.text.trim() === '' && !suggests;
  }

  /** Its place says something else by now. A suggestion that nobody has touched says it too. */
  follow(target: Target): void {
    if (this.suggestion === this.target.quote) this.suggestion = target.quote;
    this.target = target;
  }

  clear(): void {
    this.text = '';
    this.suggestion = undefined;
  }
}

/**
 * What somebody has begun to say about an edition, each at its place: choosing another
 * passage neither carries words over to that nor drops them.
 */
export class Beginnings {
  #all = $state.raw<Beginning[]>([]);
  #here = $state.raw(new Beginning(theWhole));
  #chosen: Target = theWhole;

  /** The one that the field is about. */
  get here(): Beginning {
    return this.#here;
  }

  /** Those that are not sent, at other places. */
  get others(): Beginning[] {
    return this.#all.filter((each) => each !== this.#here && !each.empty);
  }

  /** Another place is chosen, or the words of the chosen one have changed. */
  choose(target: Target): void {
    const stays = isSame(target, this.#chosen);
    this.#chosen = target;
    if (!stays) this.#turn();
    else if (isSame(target, this.#here.target)) this.#here.follow(target);
  }

  /** Goes on with one that was begun, although another place is chosen. */
  resume(one: Beginning): void {
    this.#leave();
    this.#here = one;
  }

  /** Is about what is chosen again. */
  back(): void {
    this.#turn();
  }

  /** What is written here is to be about the whole text instead. */
  widen(): void {
    const words = this.#here;
    this.#chosen = theWhole;
    this.#turn();
    if (words === this.#here || !this.#here.empty || words.suggestion !== undefined) return;
    this.#here.text = words.text;
    words.clear();
  }

  /** One is sent. */
  done(one: Beginning): void {
    one.clear();
    this.#turn();
  }

  #turn(): void {
    const target = this.#chosen;
    if (!isWithin(this.#here.target, target)) {
      this.#leave();
      this.#here = this.#all.find((each) => isSame(each.target, target)) ?? new Beginning(target);
    }
    this.#here.follow(target);
  }

  #leave(): void {
    const left = this.#here;
    if (left.empty) left.clear();
    this.#all = [...this.#all.filter((each) => each !== left && !each.empty), ...(left.empty ? [] : [left])];
  }
}

const kept = new WeakMap<object, Map<string, Beginnings>>();

/** What is begun about an edition, also when it was left and is opened again. */
export function beginningsOf(door: object, edition: string): Beginnings {
  const all = kept.get(door) ?? new Map<string, Beginnings>();
  kept.set(door, all);
  const begun = all.get(edition) ?? new Beginnings();
  all.set(edition, begun);
  return begun;
}

/** A field is the same whatever it says; a passage is known by its words wherever it stands. */
function isSame(a: Target, b: Target): boolean {
  return a.about === b.about && (a.about !== '' || a.quote === b.quote);
}

/** Also the same is a passage in which something was typed just now. */
function isWithin(before: Target, now: Target): boolean {
  if (isSame(before, now)) return true;
  return before.about === now.about && before.at === now.at && isEdited(before.quote, now.quote);
}

/** Whether most of what the longer one says stands at the ends of both. */
function isEdited(before: string, now: string): boolean {
  const shorter = Math.min(before.length, now.length);
  let head = 0;
  while (head < shorter && before[head] === now[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === now.at(-1 - tail)) tail++;
  return 2 * (head + tail) >= shorter && shorter > 0;
}
