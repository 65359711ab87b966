// Go's answer meets the table. Between a question and its answer somebody may have
// typed, the source may have changed, another device may have written. The laws:
// words typed here are never lost nor moved to another row; a row that goes on keeps
// its key, and with it the caret; all that Go knows better (sources, states, what
// changed) is taken over.
import type { DiffPart, Piece, TranslationRow } from '$lib/backend/types';
import { blank, even, onePiece, rowOf, type Row } from './row';

/** Targets by key as Go has them: what was sent or given last. */
export type Known = ReadonlyMap<string, string>;

/** The rows of the table after an answer. */
export function reconcile(rows: readonly Row[], known: Known, answer: readonly TranslationRow[]): Row[] {
  const sent = (row: Row) => even(known.get(row.key) ?? '');
  const same = rows.map(sent).filter(Boolean).join(' ') === joined(answer);
  const pairs = same ? bySegments(rows, sent, answer) : byText(rows, sent, answer);
  pairEmpty(rows, sent, answer, pairs);
  return laidOut(rows, sent, answer, pairs);
}

/** Row of the table → rows of the answer that it goes on as. Two rows may share one. */
type Pairs = Map<Row, TranslationRow[]>;

const joined = (answer: readonly TranslationRow[]) =>
  answer
    .map((row) => even(row.target))
    .filter(Boolean)
    .join(' ');

// The answer has the text that was sent: both are cut into rows, maybe at other places.
// They are walked side by side until the same words lie behind both.
function bySegments(
  rows: readonly Row[],
  sent: (row: Row) => string,
  answer: readonly TranslationRow[],
): Pairs {
  const pairs: Pairs = new Map();
  const mine = rows.filter((row) => sent(row) !== '');
  const theirs = answer.filter((row) => !blank(row.target));
  let [i, j] = [0, 0];
  while (i < mine.length && j < theirs.length) {
    const group = { mine: [mine[i++] as Row], theirs: [theirs[j++] as TranslationRow] };
    let left = sent(group.mine[0] as Row);
    let right = even(group.theirs[0]?.target ?? '');
    while (left !== right) {
      const next = left.length < right.length ? mine[i++] : undefined;
      const other = left.length < right.length ? undefined : theirs[j++];
      if (next) left += ` ${sent(next)}`;
      else if (other) right += ` ${even(other.target)}`;
      else break;
      if (next) group.mine.push(next);
      if (other) group.theirs.push(other);
    }
    for (const row of group.mine) pairs.set(row, group.theirs);
  }
  return pairs;
}

// The text is another: rows with equal words go on, in order; then those that share sources.
function byText(rows: readonly Row[], sent: (row: Row) => string, answer: readonly TranslationRow[]): Pairs {
  const pairs: Pairs = new Map();
  const free = new Set(answer);
  const pair = (row: Row, found: TranslationRow | undefined) => {
    if (!found) return;
    pairs.set(row, [found]);
    free.delete(found);
  };
  for (const row of rows) {
    if (sent(row))
      pair(
        row,
        [...free].find((other) => even(other.target) === sent(row)),
      );
  }
  for (const row of rows) {
    if (sent(row) && !pairs.has(row))
      pair(
        row,
        [...free].find((other) => !blank(other.target) && related(row, other)),
      );
  }
  return pairs;
}

// Rows that Go has no words of: by their sources, else by their place.
function pairEmpty(
  rows: readonly Row[],
  sent: (row: Row) => string,
  answer: readonly TranslationRow[],
  pairs: Pairs,
) {
  const taken = new Set([...pairs.values()].flat());
  const free = answer.filter((row) => !taken.has(row));
  const open = rows.filter((row) => !pairs.has(row) && sent(row) === '');
  for (const row of open) {
    const found = free.find((other) => related(row, other));
    if (found) pairs.set(row, free.splice(free.indexOf(found), 1));
  }
  const left = open.filter((row) => !pairs.has(row));
  const places = new Map(answer.map((row, place) => [row, place]));
  for (const row of left) {
    const before = rows[rows.indexOf(row) - 1];
    const place = before ? (places.get(pairs.get(before)?.at(-1) as TranslationRow) ?? -2) + 1 : 0;
    const found = free.find((other) => places.get(other) === place && blank(other.target));
    if (found) pairs.set(row, free.splice(free.indexOf(found), 1));
  }
}

const related = (row: Row, other: TranslationRow) =>
  row.sources.some(
    ({ digest }) => other.links.includes(digest) || other.sources.some((piece) => piece.digest === digest),
  );

// In the order of the answer; rows that it does not have stay behind their neighbour if
// they hold words that Go has not seen.
function laidOut(
  rows: readonly Row[],
  sent: (row: Row) => string,
  answer: readonly TranslationRow[],
  pairs: Pairs,
): Row[] {
  const owners = new Map<TranslationRow, Row[]>();
  for (const [row, found] of pairs) {
    const first = found[0];
    if (first) owners.set(first, [...(owners.get(first) ?? []), row]);
  }
  const taken = new Set([...pairs.values()].flat());
  const result = answer.flatMap((other) => {
    const here = owners.get(other);
    if (here) return here.map((row) => merged(row, sent(row), pairs.get(row) ?? [], here.length > 1));
    return taken.has(other) ? [] : [rowOf(other)];
  });
  for (const [place, row] of rows.entries()) {
    if (pairs.has(row) || blank(row.target) || even(row.target) === sent(row)) continue;
    const before = rows.slice(0, place).findLast((each) => result.some(({ key }) => key === each.key));
    result.splice(before ? result.findIndex(({ key }) => key === before.key) + 1 : 0, 0, {
      ...row,
      given: '',
    });
  }
  return result;
}

// What Go says of a row, with the words that stand here.
function merged(row: Row, sent: string, found: readonly TranslationRow[], shared: boolean): Row {
  const given = found.map((other) => other.target).join('\n\n');
  const typedHere = even(row.target) !== sent;
  const target = typedHere || shared || even(given) === sent ? row.target : given;
  const worst =
    found.find((other) => other.state === 'stale') ??
    found.find((other) => other.state !== 'fresh') ??
    found[0];
  const sources = onePiece(found.flatMap((other) => other.sources));
  const own = sources.filter((piece) => row.sources.some(({ digest }) => digest === piece.digest));
  return unlessSame(row, {
    key: row.key,
    target,
    given: shared ? sent : given,
    // Said after the question was sent, about sources that are still the same.
    done: row.done && sources.length === row.sources.length && own.length === sources.length,
    state: worst?.state ?? row.state,
    sources: shared && own.length > 0 ? own : sources,
    links: [...new Set(found.flatMap((other) => other.links))],
    before: worst?.before ?? '',
    diff: worst?.diff ?? [],
    tokens: [...new Set(found.flatMap((other) => other.tokens))],
  });
}

// What is the same stays the same object: nothing on the screen is made again for it.
function unlessSame(row: Row, next: Row): Row {
  return JSON.stringify(row, fields) === JSON.stringify(next, fields) ? row : next;
}

const fields: (keyof Row | keyof Piece | keyof DiffPart)[] = [
  ...(['key', 'target', 'given', 'done', 'state', 'sources', 'links', 'before', 'diff', 'tokens'] as const),
  ...(['digest', 'html', 'op', 'text'] as const),
];
