// What must be done before the window goes: usually keeping the text that is
// being typed.

export type LastAct = () => unknown;

/** Collects what is to be done before the window closes. */
export class Closing {
  readonly #acts = new Set<LastAct>();

  /** Adds an act; the returned function takes it back. */
  before(act: LastAct): () => void {
    this.#acts.add(act);
    return () => this.#acts.delete(act);
  }

  /** Runs all of them at once and waits; one that fails does not stop the others. */
  async run(): Promise<void> {
    await Promise.allSettled([...this.#acts].map(async (act) => await act()));
  }
}
