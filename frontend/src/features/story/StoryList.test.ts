import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EditionFilter, EditionRow } from '$lib/backend/types';
import { everything, StoryList } from './StoryList.svelte';

const PAGE = 10;

function row(n: number): EditionRow {
  return {
    id: `e${n}`,
    story: `s${n}`,
    lang: 'en',
    headline: `Headline ${n}`,
    excerpt: '',
    sections: [],
    place: '',
    updated: '',
    words: 0,
    work: 'drafting',
    live: 'notLive',
    goesLive: '',
    embargo: '',
    changed: false,
    working: false,
    languages: ['en'],
    found: null,
  };
}

/** A door to a newsroom of so many editions, in pages of ten whose key is their first number. */
function door(count: number) {
  const handlers = new Map<string, () => void>();
  const all = Array.from({ length: count }, (_, n) => row(n));
  const matching = (f: EditionFilter) => all.filter((r) => r.headline.includes(f.query));
  return {
    all,
    editionIndex: vi.fn(async (f: EditionFilter) => {
      const total = matching(f).length;
      return {
        total,
        page: PAGE,
        keys: Array.from({ length: Math.ceil(total / PAGE) }, (_, i) => String(i * PAGE)),
      };
    }),
    editions: vi.fn(async (f: EditionFilter, key: string) => matching(f).slice(+key, +key + PAGE)),
    on: vi.fn((event: string, handler: () => void) => {
      handlers.set(event, handler);
      return () => void handlers.delete(event);
    }),
    tell: (event: string) => handlers.get(event)?.(),
    handlers,
  };
}

const listOf = (d: ReturnType<typeof door>) =>
  new StoryList(d as unknown as ConstructorParameters<typeof StoryList>[0]);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('pages', () => {
  it('are fetched only as they come into sight', async () => {
    const d = door(50_000);
    const list = listOf(d);
    await list.load();
    expect(list.total).toBe(50_000);
    expect(d.editions).toHaveBeenCalledTimes(1);
    expect(list.row(3)?.id).toBe('e3');
    expect(list.row(40_003)).toBeUndefined();
    list.see(40_000, 40_015);
    await pass(0);
    expect(list.row(40_003)?.id).toBe('e40003');
    expect(list.row(40_015)?.id).toBe('e40015');
    list.see(40_000, 40_016);
    expect(d.editions).toHaveBeenCalledTimes(3);
  });

  it('far away are forgotten and come back when seen again', async () => {
    const d = door(5_000);
    const list = listOf(d);
    await list.load();
    for (let place = 0; place < 1_000; place += PAGE) {
      list.see(place, place + PAGE - 1);
      await pass(0);
    }
    expect(list.row(0)).toBeUndefined();
    list.see(0, 9);
    await pass(0);
    expect(list.row(0)?.id).toBe('e0');
  });
});

describe('a filter', () => {
  it('waits for the end of a word and drops answers to older questions', async () => {
    const d = door(200);
    const list = listOf(d);
    await list.load();
    list.narrow({ query: 'Headline 1' });
    await pass(60);
    list.narrow({ query: 'Headline 19' });
    await pass(120);
    expect(d.editionIndex).toHaveBeenCalledTimes(2);
    expect(list.total).toBe(11);
    expect(list.row(0)?.id).toBe('e19');
  });

  it('is told apart from an empty newsroom', async () => {
    const full = listOf(door(5));
    expect(full.emptiness).toBe('loading');
    await full.load();
    expect(full.emptiness).toBeNull();
    full.narrow({ query: 'none such' });
    await pass(200);
    expect(full.emptiness).toBe('unmatched');
    full.clear();
    await pass(200);
    expect(full.total).toBe(5);

    const empty = listOf(door(0));
    await empty.load();
    expect(empty.emptiness).toBe('first');
    empty.narrow({ removed: true });
    await pass(0);
    expect(empty.emptiness).toBe('bin');
  });

  it('turns the order round when a column is chosen twice', () => {
    const list = listOf(door(0));
    list.sortBy('headline');
    expect(list.filter).toMatchObject({ sort: 'headline', descending: false });
    list.sortBy('headline');
    expect(list.filter.descending).toBe(true);
    list.sortBy('updated');
    expect(list.filter).toEqual(everything);
  });
});

it('the best match is an order only while words are looked for', () => {
  const list = listOf(door(0));
  list.narrow({ query: 'dam' });
  list.sortBy('match');
  expect(list.filter.sort).toBe('match');
  list.narrow({ query: ' ' });
  expect(list.filter.sort).toBe('updated');
});

it('shows a filter that was remembered, whatever it does not know of', () => {
  const list = listOf(door(0));
  list.narrow({ mine: true });
  const { since: _, until: __, ...older } = everything;
  list.show({ ...older, query: 'dam' } as typeof everything);
  expect(list.filter).toEqual({ ...everything, query: 'dam' });
});

describe('the chosen row', () => {
  it('stays with its edition when the list changes', async () => {
    const d = door(5);
    const list = listOf(d);
    await list.load();
    list.see(0, 4);
    list.chosen = 1;
    d.all.unshift(row(99));
    d.tell('edition:changed');
    await pass(300);
    expect(list.total).toBe(6);
    expect(list.chosen).toBe(2);
  });
});

it('gathers a burst of changes into one reading', async () => {
  const d = door(5);
  const list = listOf(d);
  await list.load();
  for (let i = 0; i < 20; i++) d.tell('edition:changed');
  await pass(300);
  expect(d.editionIndex).toHaveBeenCalledTimes(2);
  list.close();
  expect(d.handlers.size).toBe(0);
});

it('says why it could not be read and recovers', async () => {
  const d = door(5);
  d.editionIndex.mockRejectedValueOnce(new Error('gone'));
  const list = listOf(d);
  await list.load();
  expect(list.problem).toBeInstanceOf(Error);
  expect(list.emptiness).toBe('loading'); // not "you have no story yet"
  await list.load();
  expect(list.problem).toBeNull();
  expect(list.total).toBe(5);
});
