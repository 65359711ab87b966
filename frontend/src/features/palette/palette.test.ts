import { beforeAll, describe, expect, test, vi } from 'vitest';
import { makeFake } from '$lib/backend/fake';
import { i18n } from '$lib/i18n';
import type { Command } from '$lib/keys/commands.svelte';
import { Finder } from './Finder.svelte';
import { score, scored } from './score';

beforeAll(() => i18n.set('en'));

describe('score', () => {
  test('every word must occur, in any order, with or without accents', () => {
    expect(score('light colours', 'Use light colours')).toBeGreaterThan(0);
    expect(score('colours use', 'Use light colours')).toBeGreaterThan(0);
    expect(score('kazakh a', 'Le vice-premier ministre kazakh arrive à Kaboul')).toBeGreaterThan(0);
    expect(score('dark', 'Use light colours')).toBe(0);
    expect(score('', 'anything')).toBeGreaterThan(0);
  });

  test('what begins with it comes first', () => {
    const titles = ['Reset the terms', 'Go to Settings', 'Settings of the site'];
    expect(scored('set', titles, (title) => title)).toEqual([
      'Settings of the site',
      'Go to Settings',
      'Reset the terms',
    ]);
  });
});

describe('Finder', () => {
  const commands: Command[] = [
    { id: 'new', title: 'New story', group: '', run: vi.fn() },
    { id: 'hidden', title: 'New window', group: '', hidden: true, run: vi.fn() },
    { id: 'off', title: 'New tag', group: '', disabled: true, run: vi.fn() },
  ];

  test('finds what can be done and what was written', async () => {
    const finder = new Finder(makeFake({ stories: 3 }), () => commands);
    finder.query = 'kabul';
    await finder.search();
    expect(finder.finds.length).toBeGreaterThan(0);
    const kinds = finder.finds.map((find) => find.kind);
    expect(kinds.pop()).toBe('search'); // leads to all that there are
    expect(new Set(kinds)).toEqual(new Set(['edition']));
    finder.query = 'new';
    await finder.search();
    expect(finder.finds.map((find) => find.id)).toEqual(['new']);
    finder.stop();
  });

  test('drops an answer that comes after the next letter', async () => {
    const finder = new Finder(makeFake({ stories: 3, pageDelay: 1 }), () => []);
    finder.query = 'kabul';
    const late = finder.search();
    finder.query = 'nothing like it';
    await late;
    expect(finder.finds).toEqual([]);
    finder.stop();
  });

  test('the choice goes round the ends', async () => {
    const finder = new Finder(makeFake({ stories: 1 }), () => commands);
    await finder.search();
    finder.move(-1);
    expect(finder.at).toBe(finder.finds.length - 1);
    finder.move(1);
    expect(finder.at).toBe(0);
    finder.stop();
  });
});
