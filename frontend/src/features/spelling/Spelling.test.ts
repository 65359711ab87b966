import { expect, it, vi } from 'vitest';
import { makeFake } from '$lib/backend/fake';
import type { Lang } from '$lib/backend/types';
import type { Lexicon } from './Engine';
import { Spelling } from './Spelling.svelte';

/** A dictionary of a few words, which notes what it was asked. */
class Few implements Lexicon {
  asked: string[] = [];
  constructor(private readonly words: string[]) {}
  unknown = async (_: Lang, words: string[]) => {
    this.asked.push(...words);
    return words.filter((word) => !this.words.includes(word));
  };
  suggest = async (_: Lang, word: string) => this.words.filter((each) => each[0] === word[0]);
}

function make(words: string[]) {
  const fake = makeFake();
  const few = new Few(words);
  const add = vi.fn();
  return { fake, few, add, spelling: new Spelling(fake, add, few) };
}

it('marks what neither the dictionary nor the newsroom nor its names know', async () => {
  const { spelling, fake } = make(['rain', 'in']);
  await fake.addWord('en', 'karez');
  const [marks] = await spelling.marks('en', ['rain in Kabul karez rian']);
  expect(marks).toMatchObject([{ start: 20, end: 24, tone: 'bad' }]);
  expect(await marks?.[0]?.suggest?.()).toEqual(['rain']);
});

it('asks about a word once, until the words of the newsroom change', async () => {
  const { spelling, few, fake } = make(['rain']);
  await spelling.marks('en', ['rain rian']);
  await spelling.marks('en', ['rian rain rain']);
  expect(few.asked).toEqual(['rain', 'rian']);
  await fake.addWord('en', 'rian');
  expect(spelling.version).toBe(1);
  expect(await spelling.marks('en', ['rian'])).toEqual([[]]);
});

it('lets a person add a word from its mark', async () => {
  const { spelling, add } = make([]);
  const [marks] = await spelling.marks('en', ['karez']);
  marks?.[0]?.actions?.[0]?.run();
  expect(add).toHaveBeenCalledWith('en', 'karez');
});

it('knows a word by its parts', async () => {
  const { spelling } = make(['نگران', 'اند']);
  expect(await spelling.marks('fa', ['نگران‌اند'])).toEqual([[]]);
});

it('asks no dictionary for a language that has none', async () => {
  const { spelling, few } = make([]);
  expect(await spelling.marks('ps', ['ښځې څنګه'])).toEqual([[]]);
  expect(few.asked).toEqual([]);
});

it('hears of nothing once it is closed', async () => {
  const { spelling, fake } = make([]);
  spelling.close();
  await fake.addWord('en', 'karez');
  expect(spelling.version).toBe(0);
});
