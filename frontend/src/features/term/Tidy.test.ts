import { expect, test } from 'vitest';
import { makeFake } from '$lib/backend/fake';
import { blankTerm } from '$lib/terms';
import { Tidy } from './Tidy.svelte';

async function tag(door: ReturnType<typeof makeFake>, en: string): Promise<string> {
  const blank = blankTerm('tag');
  return (await door.saveTerm(blank, { ...blank, labels: { en } })).id;
}

test('what is merged is listed as merged, and what is taken apart as alike again', async () => {
  const door = makeFake({ stories: 1 });
  const [floods, twin] = [await tag(door, 'Floods'), await tag(door, 'floods')];
  const tidy = new Tidy(door);
  await tidy.load();
  expect(tidy.report.alike.map(({ keep, other }) => [keep, other])).toEqual([[floods, twin]]);
  expect(tidy.count).toBe(3); // and both are unused

  await tidy.merge(twin, floods);
  expect(tidy.report.alike).toEqual([]);
  expect(tidy.report.merged).toEqual([{ id: twin, labels: { en: 'floods' }, into: floods }]);

  await tidy.unmerge(twin);
  expect(tidy.report.merged).toEqual([]);
  expect(tidy.report.alike).toHaveLength(1);
  tidy.close();
});

test('the report follows the vocabulary until it is closed', async () => {
  const door = makeFake({ stories: 1 });
  const tidy = new Tidy(door);
  await tidy.load();
  await tag(door, 'Snow');
  await expect.poll(() => tidy.count).toBe(1);
  tidy.close();
  await tag(door, 'Rain');
  expect(tidy.count).toBe(1);
});
