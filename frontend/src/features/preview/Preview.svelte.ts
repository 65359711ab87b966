/** Makes the page of an edition as its text is now, and says where the page is. */
export type MakePage = (edition: string) => Promise<string>;

/** Width of the page that is shown, in CSS pixels. */
export const widths = { phone: 390, tablet: 820, desktop: 1280 } as const;
export type Device = keyof typeof widths;

const PAUSE = 160; // milliseconds without typing before the page is made again

/** A page to show. The number tells two makings of the same address apart. */
export interface Sheet {
  address: string;
  number: number;
}

/**
 * The preview of an edition: the page that would be published. A new sheet is laid
 * under the one in sight and changes places with it once it has been drawn, so the
 * reader sees neither a white flash nor a jump.
 */
export class Preview {
  device = $state<Device>('phone');
  problem = $state.raw<unknown>(null);
  /** The sheet in sight. */
  front = $state.raw<Sheet | null>(null);
  /** The sheet being drawn behind it. */
  back = $state.raw<Sheet | null>(null);

  #make: MakePage;
  #number = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  #waiting = '';

  constructor(make: MakePage) {
    this.#make = make;
  }

  /** Nothing has been drawn yet. */
  get blank(): boolean {
    return this.front === null;
  }

  /** Shows an edition after a short pause; at once with `now`. */
  show(edition: string, now = false): void {
    clearTimeout(this.#timer);
    this.#waiting = edition;
    this.#timer = setTimeout(() => void this.#run(), now ? 0 : PAUSE);
  }

  /** The sheet behind has been drawn: it comes to the front. */
  drawn(number: number): void {
    if (this.back?.number !== number) return;
    this.front = this.back;
    this.back = null;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#waiting = '';
  }

  // One page is made at a time; of several texts that wait, only the newest is made.
  async #run(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    while (this.#waiting) {
      const edition = this.#waiting;
      this.#waiting = '';
      try {
        const address = await this.#make(edition);
        this.back = { address, number: ++this.#number };
        this.problem = null;
      } catch (problem) {
        this.problem = problem;
      }
    }
    this.#busy = false;
  }
}
