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
 * Writes the addresses of `full` as numbers: their places in `addresses`, from 1. A
 * text in which a number stands as an address already is left as it is.
 */
export function shorten(full: string, addresses: readonly string[]): Short {
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

/** Writes numbers as the addresses that they stand for. */
export function expand(short: string, addresses: readonly string[]): string {
  return short.replace(numbered, (all, number: string) => {
    const address = addresses[Number(number) - 1];
    return address === undefined ? all : `](${address}`;
  });
}

function moved(place: number, cuts: readonly Cut[], from: 'full' | 'short', to: 'full' | 'short'): number {
  const last = cuts.findLast((cut) => cut[from][0] < place);
  if (!last) return place;
  return place < last[from][1] ? last[to][1] : place - last[from][1] + last[to][1];
}
