import { expect, test } from 'vitest';
import type { Match, Use } from '$lib/backend/types';
import { Matches } from './Matches.svelte';
import { Uses } from './Uses.svelte';

const origin = { edition: '', headline: '', time: '' };
const match = (target: string): Match => ({ ...origin, source: 's', target, score: 80, diff: [] });
const use = (target: string): Use => ({ ...origin, source: [], target, insert: target });

/** Answers that come when the test says so. */
function answers<T>() {
  const waiting: ((value: T) => void)[] = [];
  return {
    ask: () => new Promise<T>((resolve) => waiting.push(resolve)),
    give: (at: number, value: T) => waiting[at]?.(value),
  };
}

test('an answer about a block that was left is not shown', async () => {
  const { ask, give } = answers<Match[]>();
  const matches = new Matches({ matches: ask });
  const first = matches.ask('s.de', 'en', 'one');
  const second = matches.ask('s.de', 'en', 'two');
  give(1, [match('zwei')]);
  give(0, [match('eins')]);
  await Promise.all([first, second]);
  expect(matches.list.map((one) => one.target)).toEqual(['zwei']);
});

test('each match has a key, and a block without words has no match', async () => {
  const matches = new Matches({ matches: async () => [match('a'), match('b')] });
  await matches.ask('s.de', 'en', 'words');
  expect(matches.list.map((one) => matches.keysOf(one))).toEqual(['Mod+1', 'Mod+2']);
  await matches.ask('s.de', 'en', '  ');
  expect(matches.list).toEqual([]);
});

test('where the memory cannot be asked, nothing is shown', async () => {
  const refuse = () => Promise.reject(new Error('no memory'));
  const matches = new Matches({ matches: refuse });
  const uses = new Uses({ uses: refuse, memoryState: refuse });
  uses.words = 'bread';
  await Promise.all([matches.ask('s.de', 'en', 'bread'), uses.find('en', 'de'), uses.look()]);
  expect([matches.list, uses.list, uses.state.passages]).toEqual([[], [], 0]);
});

test('the words are looked for as they are now', async () => {
  const { ask, give } = answers<Use[]>();
  const uses = new Uses({ uses: ask, memoryState: async () => ({ passages: 2, waiting: 1 }) });
  uses.words = 'br';
  const first = uses.find('en', 'de');
  uses.words = ' ';
  const second = uses.find('en', 'de');
  give(0, [use('Brot')]);
  await Promise.all([first, second]);
  expect(uses.list).toEqual([]);
  await uses.look();
  expect(uses.state.waiting).toBe(1);
});
