// Addresses of links are long, run from left to right whatever is written around them,
// and are not translated. In the field each is shown as its number: [words](1).

/** A text with its addresses as numbers, and how places in the two go with each other. */
export interface Short {
  text: string;
  /** A place in the short text; one inside an address is behind its number. */
  fromFull(place: number): number;
  toFull(place: number): number;
}

interface Cut {
  full: [start: number, end: number];
  short: [start: number, end: number];
}

const link = /\]\(([^()\s<>]+)(?=\)|\s+")/g;
const numbered = /\]\((\d+)(?=\)|\s+")/g;

/** The addresses of links in a text, each once, in order. */
export function addressesOf(...texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => [...text.matchAll(link)].map((found) => found[1] ?? '')))];
}

/**
 * Writes the addresses of `full` as numbers: their places in `addresses`, from 1, and
 * leaves out `lead` at its beginning. A text in which a number stands as an address
 * already keeps its addresses.
 */
export function shorten(full: string, addresses: readonly string[], lead = ''): Short {
  if (lead !== '') return led(full, addresses, lead);
  if (full.search(numbered) >= 0) return { text: full, fromFull: (place) => place, toFull: (place) => place };
  const cuts: Cut[] = [];
  let less = 0;
  const text = full.replace(link, (all, address: string, at: number) => {
    const number = addresses.indexOf(address) + 1;
    if (number === 0) return all;
    const start = at + 2;
    const end = start + address.length;
    const shortEnd = start - less + String(number).length;
    cuts.push({ full: [start, end], short: [start - less, shortEnd] });
    less = end - shortEnd;
    return `](${number}`;
  });
  return {
    text,
    fromFull: (place) => moved(place, cuts, 'full', 'short'),
    toFull: (place) => moved(place, cuts, 'short', 'full'),
  };
}

/**
 * The marker of a heading (## and a space), which the source decides and nobody has to
 * type: that of the target, or of its source where nothing is written yet.
 */
export function leadOf(target: string, sources: readonly { kind: string; source: string }[]): string {
  const [source, other] = sources;
  if (source?.kind !== 'heading' || other) return '';
  return /^#{1,6}[ \t]+/.exec(target.trim() === '' ? source.source : target)?.[0] ?? '';
}

/** Writes numbers as the addresses that they stand for. */
export function expand(short: string, addresses: readonly string[]): string {
  return short.replace(numbered, (all, number: string) => {
    const address = addresses[Number(number) - 1];
    return address === undefined ? all : `](${address}`;
  });
}

function led(full: string, addresses: readonly string[], lead: string): Short {
  const width = full.startsWith(lead) ? lead.length : 0;
  const rest = shorten(full.slice(width), addresses);
  return {
    text: rest.text,
    fromFull: (place) => rest.fromFull(Math.max(0, place - width)),
    toFull: (place) => rest.toFull(place) + width,
  };
}

function moved(place: number, cuts: readonly Cut[], from: 'full' | 'short', to: 'full' | 'short'): number {
  const last = cuts.findLast((cut) => cut[from][0] < place);
  if (!last) return place;
  return place < last[from][1] ? last[to][1] : place - last[from][1] + last[to][1];
}
