import { describe, expect, test } from 'vitest';
import { makeFake } from '$lib/backend/fake';
import type { Cell } from '$lib/backend/types';
import { Coverage, everyStory } from './Coverage.svelte';
import { byMonth } from './counts';
import { lookOf } from './cell';

async function seen(stories = 120) {
  const coverage = new Coverage(makeFake({ stories }), () => 'en');
  await coverage.load();
  return coverage;
}

describe('Coverage', () => {
  test('fetches the rows that come into sight, and no others', async () => {
    const coverage = await seen();
    expect([coverage.total, coverage.row(0)?.cells.length]).toEqual([120, 9]);
    expect(coverage.row(100)).toBeUndefined();
    coverage.see({ start: 95, end: 110 });
    await expect.poll(() => coverage.row(100)?.story).toBe('story-100');
    coverage.close();
  });

  test('chooses a range whichever end comes first', async () => {
    const coverage = await seen();
    coverage.chooseBetween(7, 4);
    expect([...coverage.chosen].sort()).toEqual(['story-4', 'story-5', 'story-6', 'story-7']);
    coverage.close();
  });

  test('chooses all, also what was never in sight; another filter forgets them', async () => {
    const coverage = await seen();
    await coverage.chooseAll();
    expect(coverage.chosen.size).toBe(120);
    coverage.narrow({ cell: 'missing' });
    expect(coverage.chosen.size).toBe(0);
    coverage.close();
  });

  test('asking shows in the grid and lets the choice go', async () => {
    const coverage = await seen(3);
    const row = coverage.row(1);
    const missing = row?.cells.find((cell) => cell.state === 'missing');
    if (!row || !missing) throw new Error('story 1 has all editions');
    coverage.choose(row.story, true);
    expect(await coverage.ask([missing.lang], 'soon')).toBe(1);
    expect(coverage.row(1)?.cells.find((cell) => cell.lang === missing.lang)?.asked?.note).toBe('soon');
    expect(coverage.chosen.size).toBe(0);
    coverage.close();
  });

  test('an answer to an older question is dropped', async () => {
    const coverage = new Coverage(makeFake({ stories: 60 }), () => 'en');
    const old = coverage.load();
    coverage.narrow({ ...everyStory, section: 'no such section' });
    await old;
    await expect.poll(() => coverage.empty).toBe(true);
    coverage.close();
  });
});

describe('a cell', () => {
  const cell: Cell = {
    lang: 'fa',
    edition: 'e',
    state: 'live',
    work: 'approved',
    changed: false,
    stale: 0,
    missing: 0,
    published: '',
    goesLive: '',
    claim: null,
    asked: null,
  };
  const claim = { member: 'Parwin', mine: false, since: '', until: '' };
  const asked = { member: 'Parwin', time: '', note: '' };

  test.each<[string, Partial<Cell>, string]>([
    ['live', {}, 'live'],
    ['live and stale', { stale: 2 }, 'stale'],
    ['live, a correction waits', { changed: true, work: 'submitted' }, 'send'],
    ['withdrawn and stale', { state: 'withdrawn', stale: 1 }, 'withdraw'],
    ['missing', { state: 'missing', edition: '' }, 'add'],
    ['missing, asked for and claimed', { state: 'missing', claim, asked }, 'claim'],
    ['missing and asked for', { state: 'missing', asked }, 'megaphone'],
    ['submitted', { state: 'submitted', work: 'submitted' }, 'send'],
  ])('%s', (_, patch, icon) => {
    expect(lookOf({ ...cell, ...patch }).icon).toBe(icon);
  });
});

test('counts are added up by the months of the calendar', () => {
  const days = [
    { lang: 'fa' as const, day: '2025-04-20', count: 1 }, // 31 Hamal 1404
    { lang: 'fa' as const, day: '2025-04-21', count: 2 }, // 1 Sawr
    { lang: 'en' as const, day: '2025-04-22', count: 4 },
  ];
  expect(byMonth(days, 'en', 'gregorian')).toEqual([{ name: '04/2025', counts: { en: 4, fa: 3 }, total: 7 }]);
  expect(byMonth(days, 'fa', 'persian-afghan').map(({ name, total }) => [name, total])).toEqual([
    ['۱۴۰۴/۲', 6],
    ['۱۴۰۴/۱', 1],
  ]);
});
