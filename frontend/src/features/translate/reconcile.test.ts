// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { Piece, TranslationRow } from '$lib/backend/types';
import { reconcile } from './reconcile';
import { even, rowOf, type Row } from './row';

const piece = (words: string): Piece => ({
  digest: `d:${words}`,
  kind: 'paragraph',
  source: words,
  text: words,
  html: '',
});

/** A row as Go gives it: "one" → "یک". */
function given(
  sources: string[],
  target: string,
  state: TranslationRow['state'] = target ? 'fresh' : 'missing',
): TranslationRow {
  const pieces = sources.map(piece);
  const links = pieces.map(({ digest }) => digest);
  return {
    key: `${sources}|${target}`,
    state,
    sources: pieces,
    links,
    target,
    before: '',
    diff: [],
    tokens: [],
  };
}

const knownOf = (rows: readonly Row[]) => new Map(rows.map((row) => [row.key, row.target]));
const typed = (rows: readonly Row[], place: number, target: string) =>
  rows.map((row, i) => (i === place ? { ...row, target } : row));
const shown = (rows: readonly Row[]) =>
  rows.map((row) => `${row.sources.map((s) => s.text).join('+')}=${row.target}`);
const keys = (rows: readonly Row[]) => rows.map((row) => row.key);

const [one, two, three] = [given(['one'], 'یک'), given(['two'], 'دو'), given(['three'], '')] as const;
const first = [one, two, three];

describe('an answer to what was sent', () => {
  const rows = first.map(rowOf);

  test('changes nothing where it says the same', () => {
    const after = reconcile(rows, knownOf(rows), first);
    expect(after.every((row, i) => row === rows[i])).toBe(true);
  });

  test('leaves the white space as it was typed', () => {
    const here = typed(rows, 1, 'دو  \n\nو نیم ');
    const after = reconcile(here, knownOf(here), [one, given(['two'], 'دو\n\nو نیم'), three]);
    expect(after[1]?.target).toBe('دو  \n\nو نیم ');
  });

  test('never takes what was typed since', () => {
    const sent = knownOf(typed(rows, 2, 'س'));
    const after = reconcile(typed(rows, 2, 'سه'), sent, [one, two, given(['three'], 'س')]);
    expect(keys(after)).toEqual(keys(rows));
    expect(shown(after)).toEqual(['one=یک', 'two=دو', 'three=سه']);
    expect(after[2]?.state).toBe('fresh');
  });

  test('keeps two paragraphs in one row, and two rows of one source apart', () => {
    const here = typed(rows, 0, 'یک\n\nیکم');
    const answer = [given(['one'], 'یک'), given(['one'], 'یکم'), two, three];
    expect(shown(reconcile(here, knownOf(here), answer))).toEqual(['one=یک\n\nیکم', 'two=دو', 'three=']);
    const parted = answer.map(rowOf);
    const joined = [given(['one'], 'یک\n\nیکم'), two, three];
    const after = reconcile(parted, knownOf(parted), joined);
    expect(keys(after)).toEqual(keys(parted));
    expect(after.map((row) => row.target)).toEqual(['یک', 'یکم', 'دو', '']);
  });
});

describe('the source changes', () => {
  const rows = first.map(rowOf);
  const known = knownOf(rows);

  test('under a row with words: they stay, and the row is stale', () => {
    const stale = { ...given(['two and a half'], 'دو', 'stale'), links: ['d:two'], before: 'two' };
    const here = typed(rows, 1, 'دو و');
    const after = reconcile(here, known, [one, stale, three]);
    expect(keys(after)).toEqual(keys(rows));
    expect(after[1]).toMatchObject({ target: 'دو و', state: 'stale', before: 'two', done: false });
  });

  test('under a row without words: it goes on with the new source', () => {
    const after = reconcile(rows, known, [one, two, given(['threefold'], '')]);
    expect(keys(after)).toEqual(keys(rows));
    expect(shown(after)).toEqual(['one=یک', 'two=دو', 'threefold=']);
  });

  test('a new block stands where it belongs; the words after it keep their key', () => {
    const after = reconcile(rows, known, [given(['zero'], ''), ...first]);
    expect(shown(after)).toEqual(['zero=', 'one=یک', 'two=دو', 'three=']);
    expect(keys(after).slice(1)).toEqual(keys(rows));
  });

  test('a deleted block takes its empty row along, but not words typed there', () => {
    expect(shown(reconcile(rows, known, first.slice(0, 2)))).toEqual(['one=یک', 'two=دو']);
    const here = typed(rows, 2, 'سه');
    expect(reconcile(here, known, first.slice(0, 2)).map((row) => row.target)).toEqual(['یک', 'دو', 'سه']);
  });

  test('what was marked as done is so for the source that was seen', () => {
    const done = rows.map((row) => ({ ...row, done: true }));
    const after = reconcile(done, known, [one, given(['two and a half'], 'دو', 'stale'), three]);
    expect(after.map((row) => row.done)).toEqual([true, false, true]);
  });
});

describe('another device changes the translation', () => {
  const rows = first.map(rowOf);
  const known = knownOf(rows);

  test('its words come in where nothing was typed here', () => {
    const after = reconcile(typed(rows, 0, 'یکم'), known, [
      given(['one'], 'یک!'),
      given(['two'], 'دوم'),
      three,
    ]);
    expect(keys(after)).toEqual(keys(rows));
    expect(shown(after)).toEqual(['one=یکم', 'two=دوم', 'three=']);
  });

  test('a block that went is gone here too, unless somebody writes in it', () => {
    const answer = [one, three];
    expect(shown(reconcile(rows, known, answer))).toEqual(['one=یک', 'three=']);
    expect(shown(reconcile(typed(rows, 1, 'دوم'), known, answer))).toContain('two=دوم');
  });
});

/** A small generator with a seed (mulberry32), so that a failure can be met again. */
function random(seed: number) {
  return (below: number) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let z = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    z = (z + Math.imul(z ^ (z >>> 7), 61 | z)) ^ z;
    return ((z ^ (z >>> 14)) >>> 0) % below;
  };
}

test.each(Array.from({ length: 300 }, (_, seed) => seed))(
  'no word typed here is lost or moved, whatever comes (%i)',
  (seed) => {
    const pick = random(seed);
    const before = Array.from({ length: 1 + pick(6) }, (_, i) =>
      given([`s${i}`], pick(3) ? `t${pick(4)}` : ''),
    );
    const rows = before.map(rowOf);
    const here = rows.map((row, i) => (pick(3) ? row : { ...row, target: `typed ${i}` }));
    const answer = before
      .filter(() => pick(5) > 0)
      .map((row) =>
        pick(4) ? row : { ...row, ...given([`new ${pick(9)}`], pick(2) ? row.target : `other ${pick(9)}`) },
      );
    if (pick(2)) answer.splice(pick(answer.length + 1), 0, given(['inserted'], pick(2) ? 'eingefügt' : ''));
    const after = reconcile(here, knownOf(rows), answer);
    for (const row of here.filter((each, i) => each !== rows[i])) {
      expect(after.find(({ key }) => key === row.key)?.target, `seed ${seed}`).toBe(row.target);
    }
    expect(new Set(keys(after)).size).toBe(after.length);
    for (const row of answer.filter((each) => each.target.startsWith('other'))) {
      const typedOver = here.some((each, i) => each !== rows[i] && after.some((a) => a.key === each.key));
      if (!typedOver) expect(after.map((each) => even(each.target))).toContain(row.target);
    }
  },
);
