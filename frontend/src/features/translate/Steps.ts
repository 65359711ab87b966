import type { Row } from './row';

/** Words that became other words in one field. */
interface Words {
  kind: 'words';
  key: string;
  before: string;
  after: string;
  caret: { before: number; after: number };
  time: number;
}

/** Rows that became other rows; the keys say where the work went on. */
interface Shape {
  kind: 'shape';
  before: readonly Row[];
  after: readonly Row[];
  keys: { before: string; after: string };
}

export type Step = Words | Shape;

/** What steps are taken back in. */
export interface Ground {
  /** The words of a field; undefined where there is no such field any more. */
  words(key: string): string | undefined;
  rows(): readonly Row[];
  setWords(key: string, words: string, caret: number): void;
  setRows(rows: readonly Row[], key: string): void;
}

const PAUSE = 1_000; // milliseconds without typing after which the next letter is a step of its own
const MOST = 500; // steps that are remembered

/**
 * One history over all fields and over the order of the rows. A step is only taken
 * back where what it made still stands, so that nothing that came since, from here or
 * from elsewhere, is lost by it.
 */
export class Steps {
  #past: Step[] = [];
  #future: Step[] = [];

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Remembers a step; typing on in one field makes one of it. */
  add(step: Step): void {
    this.#future = [];
    const last = this.#past.at(-1);
    if (last?.kind === 'words' && step.kind === 'words' && follows(last, step)) {
      this.#past[this.#past.length - 1] = {
        ...step,
        before: last.before,
        caret: { before: last.caret.before, after: step.caret.after },
      };
      return;
    }
    this.#past = [...this.#past, step].slice(-MOST);
  }

  /** Takes back the newest step that can be; false where there is none. */
  undo(ground: Ground): boolean {
    return this.#walk(this.#past, this.#future, ground, 'before', 'after');
  }

  /** Does again what was taken back last. */
  redo(ground: Ground): boolean {
    return this.#walk(this.#future, this.#past, ground, 'after', 'before');
  }

  #walk(
    from: Step[],
    to: Step[],
    ground: Ground,
    wanted: 'before' | 'after',
    stands: 'before' | 'after',
  ): boolean {
    for (let step = from.pop(); step; step = from.pop()) {
      if (!take(step, ground, wanted, stands)) continue;
      to.push(step);
      return true;
    }
    return false;
  }
}

function follows(last: Words, next: Words): boolean {
  const longer = last.after.length >= last.before.length;
  return (
    last.key === next.key &&
    last.after === next.before &&
    next.time - last.time < PAUSE &&
    longer === next.after.length >= next.before.length
  );
}

function take(step: Step, ground: Ground, wanted: 'before' | 'after', stands: 'before' | 'after'): boolean {
  if (step.kind === 'words') {
    if (ground.words(step.key) !== step[stands]) return false;
    ground.setWords(step.key, step[wanted], step.caret[wanted]);
    return true;
  }
  const now = ground.rows();
  if (!alike(now, step[stands])) return false;
  ground.setRows(refreshed(step[wanted], now), step.keys[wanted]);
  return true;
}

/** The same words in the same rows for the same sources; what Go says of them may differ. */
function alike(a: readonly Row[], b: readonly Row[]): boolean {
  return (
    a.length === b.length &&
    a.every((row, i) => {
      const other = b[i];
      return other?.key === row.key && other.target === row.target && digests(other) === digests(row);
    })
  );
}

const digests = (row: Row) => row.sources.map((piece) => piece.digest).join();

// Rows of long ago, with what Go has said of them since.
function refreshed(rows: readonly Row[], now: readonly Row[]): Row[] {
  const newest = new Map(now.map((row) => [row.key, row]));
  return rows.map((row) => {
    const other = newest.get(row.key);
    return other && digests(other) === digests(row) ? { ...other, target: row.target } : row;
  });
}
