import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Preview } from './Preview.svelte';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

it('draws once after a pause, and within 300 ms of the last letter', async () => {
  const make = vi.fn(async (id: string) => `/${id}`);
  const preview = new Preview(make);
  for (let i = 0; i < 5; i++) {
    preview.show('e');
    await pass(100);
  }
  expect(make).not.toHaveBeenCalled();
  await pass(200);
  expect(make).toHaveBeenCalledTimes(1);
});

it('keeps the old page in sight until the new one has been drawn', async () => {
  let n = 0;
  const preview = new Preview(async () => `/${++n}`);
  preview.show('e', true);
  await pass(0);
  expect(preview.blank).toBe(true);
  preview.drawn(1);
  expect(preview.front?.address).toBe('/1');
  preview.show('e', true);
  await pass(0);
  expect(preview.front?.address).toBe('/1');
  expect(preview.back?.address).toBe('/2');
  preview.drawn(1); // a late word from the old page
  expect(preview.front?.address).toBe('/1');
  preview.drawn(2);
  expect([preview.front?.address, preview.back]).toEqual(['/2', null]);
});

it('makes one page at a time and then only the newest', async () => {
  const answers: ((address: string) => void)[] = [];
  const make = vi.fn((_: string) => new Promise<string>((resolve) => answers.push(resolve)));
  const preview = new Preview(make);
  preview.show('a', true);
  await pass(0);
  preview.show('b', true);
  await pass(0);
  preview.show('c', true);
  await pass(0);
  expect(make).toHaveBeenCalledTimes(1);
  answers[0]?.('/a');
  await pass(0);
  expect(make.mock.calls.map(([id]) => id)).toEqual(['a', 'c']);
});

it('says why a page could not be made, and leaves the old one there', async () => {
  const make = vi.fn(async (_: string) => '/1');
  const preview = new Preview(make);
  preview.show('e', true);
  await pass(0);
  preview.drawn(1);
  make.mockRejectedValueOnce(new Error('no'));
  preview.show('e', true);
  await pass(0);
  expect(preview.problem).toBeInstanceOf(Error);
  expect(preview.front?.address).toBe('/1');
});
