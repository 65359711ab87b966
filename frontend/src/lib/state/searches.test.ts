import { expect, test } from 'vitest';
import { makeFake } from '$lib/backend/fake';
import type { EditionFilter } from '$lib/backend/types';
import { Searches } from './searches.svelte';

const filter: EditionFilter = {
  query: 'dam',
  lang: '',
  section: '',
  tag: '',
  work: '',
  live: '',
  mine: false,
  removed: false,
  since: 'P7D',
  until: '',
  sort: 'match',
  descending: true,
};

test('searches are remembered, get other names and are forgotten', async () => {
  const searches = new Searches(makeFake({ stories: 1 }));
  await searches.save({ id: '', name: 'Dams', filter });
  const [dams] = searches.saved;
  expect(dams).toMatchObject({ name: 'Dams', filter });
  if (dams) await searches.save({ ...dams, name: 'Water' });
  expect(searches.saved.map(({ name }) => name)).toEqual(['Water']);
  await searches.remove(dams?.id ?? '');
  expect(searches.saved).toEqual([]);
});

test('what is asked for is taken once', () => {
  const searches = new Searches(makeFake({ stories: 1 }));
  expect(searches.asked).toBe(false);
  searches.ask(filter);
  expect(searches.asked).toBe(true);
  expect(searches.take()).toEqual(filter);
  expect(searches.take()).toBeNull();
});
