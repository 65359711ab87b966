import { pageNames, readPages, type GuideLang, type PageName, type Pages } from './pages';
import { searchPages } from './search';

/** A place in the guide; section "" is the page's beginning. */
export interface Spot {
  page: PageName;
  section: string;
}

/** The guide while it is open: where one is in it, how one came there, what one looks for. */
export class Guide {
  #lang = $state<GuideLang>('en');
  #pages = $state.raw<Pages>();
  #spot = $state.raw<Spot>({ page: 'start', section: '' });
  #way = $state.raw<Spot[]>([]);
  query = $state('');

  readonly hits = $derived(this.#pages ? searchPages(this.#pages, this.query) : []);

  get lang(): GuideLang {
    return this.#lang;
  }

  /** All pages; undefined until they are read. */
  get pages(): Pages | undefined {
    return this.#pages;
  }

  get spot(): Spot {
    return this.#spot;
  }

  get turned(): boolean {
    return this.#way.length > 0;
  }

  /** Opens the guide anew at a page. */
  async open(lang: GuideLang, page: PageName): Promise<void> {
    this.#way = [];
    this.#spot = { page, section: '' };
    this.query = '';
    await this.speak(lang);
  }

  /** Reads on in another language, on the same page. */
  async speak(lang: GuideLang): Promise<void> {
    if (this.#pages && lang === this.#lang) return;
    const pages = await readPages(lang);
    this.#pages = pages;
    this.#lang = lang;
    this.#spot = { page: this.#spot.page, section: '' }; // headings have other names there
    this.#way = [];
  }

  /** Turns to a place; `page` "" is the one that is open. */
  go(page: string, section = ''): void {
    const name = pageNames.find((each) => each === page) ?? this.#spot.page;
    this.#way = [...this.#way, this.#spot];
    this.#spot = { page: name, section };
  }

  /** Goes back to where one was in the guide. */
  back(): void {
    const last = this.#way.at(-1);
    if (!last) return;
    this.#way = this.#way.slice(0, -1);
    this.#spot = last;
  }

  /** The page before this one or after it. */
  neighbour(step: 1 | -1): PageName | undefined {
    return pageNames[pageNames.indexOf(this.#spot.page) + step];
  }
}
