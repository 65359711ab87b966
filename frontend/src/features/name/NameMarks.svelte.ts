import type { Backend } from '$lib/backend/backend';
import type { Lang, NameHit, NameSuggestion } from '$lib/backend/types';
import { t } from '$lib/i18n';
import type { Mark } from '$ui/marks';

type Door = Pick<Backend, 'findNames' | 'suggestNames' | 'on'>;

/** What the beginning of a name can become. */
export interface OfferedName {
  id: string;
  label: string;
  typed: number;
}

/**
 * The names in the texts of one language, as a writing surface wants them: marks for those
 * that are spelt in another way than the newsroom's, and names for what is being typed.
 * Where they cannot be had, nothing is marked: writing goes on.
 */
export class NameMarks {
  /** Grows when names have changed, and what was looked through is no longer true. */
  version = $state(0);

  readonly #door: Door;
  readonly #off: () => void;

  constructor(door: Door) {
    this.#door = door;
    this.#off = door.on('names:changed', () => void this.version++);
  }

  /** The marks in each of several texts, plain or Markdown. */
  async marks(lang: Lang, texts: string[]): Promise<Mark[][]> {
    const found = await this.#door.findNames(lang, texts.map(withoutAddresses));
    return found.map((hits) => hits.flatMap(markOf));
  }

  /** The names that the end of `before` begins. */
  async offers(lang: Lang, before: string): Promise<OfferedName[]> {
    return (await this.#door.suggestNames(lang, before)).map(offerOf);
  }

  close(): void {
    this.#off();
  }
}

function markOf({ start, end, accepted, state }: NameHit): Mark[] {
  if (state === 'accepted' || accepted === '') return [];
  const title = t('name.mark', { name: accepted });
  return [{ start, end, tone: 'saffron', title, replacements: [accepted] }];
}

const offerOf = ({ name, accepted, typed }: NameSuggestion): OfferedName => ({
  id: name,
  label: accepted,
  typed,
});

/** Blanks for the addresses of links and pictures, which are no words. */
function withoutAddresses(markdown: string): string {
  return markdown.replaceAll(/\]\([^()\s]*/g, (address) => `](${' '.repeat(address.length - 2)}`);
}
