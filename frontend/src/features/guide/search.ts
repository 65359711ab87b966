import { occurrences, prepare, type Stretch } from '$lib/text/letters';
import { pageNames, type PageName, type Pages } from './pages';

/** A section that has all the words that were looked for. */
export interface Hit {
  page: PageName;
  section: string;
  title: Piece[];
  excerpt: Piece[];
}

export interface Piece {
  text: string;
  hit: boolean;
}

const around = 36; // letters before the first word of an excerpt
const length = 120; // of an excerpt
const most = 20;

const loosely = { fold: true, matchCase: false };

/** The sections with every word of the query: first those that name one in their heading, else in the order of the pages. */
export function searchPages(pages: Pages, query: string): Hit[] {
  const needles = prepare(query, loosely).text.split(/\s+/).filter(Boolean);
  if (needles.length === 0) return [];
  const named: Hit[] = [];
  const other: Hit[] = [];
  for (const page of pageNames) {
    for (const { id, title, text } of pages[page].sections) {
      const heading = title || pages[page].title;
      const inTitle = stretches(heading, needles);
      const inText = stretches(text, needles);
      if (!needles.every((_, i) => inTitle[i]?.length || inText[i]?.length)) continue;
      const hit = {
        page,
        section: id,
        title: marked(heading, inTitle.flat()),
        excerpt: excerpt(text, inText.flat()),
      };
      (inTitle.some((found) => found.length > 0) ? named : other).push(hit);
    }
  }
  return [...named, ...other].slice(0, most);
}

function stretches(text: string, needles: string[]): Stretch[][] {
  const prepared = prepare(text, loosely);
  return needles.map((needle) => occurrences(prepared, needle, text));
}

function excerpt(text: string, found: Stretch[]): Piece[] {
  const first = Math.min(...found.map(({ from }) => from), text.length);
  const start = first <= around || first === text.length ? 0 : text.indexOf(' ', first - around) + 1;
  const end = start + length >= text.length ? text.length : text.lastIndexOf(' ', start + length);
  const moved = found
    .filter(({ from, to }) => from >= start && to <= end)
    .map(({ from, to }) => ({ from: from - start, to: to - start }));
  const pieces = marked(text.slice(start, end), moved);
  if (start > 0) pieces.unshift({ text: '…', hit: false });
  if (end < text.length) pieces.push({ text: '…', hit: false });
  return pieces;
}

function marked(text: string, found: Stretch[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of found.toSorted((a, b) => a.from - b.from)) {
    if (from < at) continue; // inside the one before
    pieces.push({ text: text.slice(at, from), hit: false }, { text: text.slice(from, to), hit: true });
    at = to;
  }
  pieces.push({ text: text.slice(at), hit: false });
  return pieces.filter((piece) => piece.text !== '');
}
