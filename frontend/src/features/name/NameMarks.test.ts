import { expect, it, vi } from 'vitest';
import { makeFake } from '$lib/backend/fake';
import { NameMarks } from './NameMarks.svelte';
import { NeededNames } from './NeededNames.svelte';

it('marks what is spelt in another way, with what should stand there', async () => {
  const names = new NameMarks(makeFake());
  const [marks] = await names.marks('en', ['Cabul and Kabul in Kazakstan']);
  expect(marks).toMatchObject([
    { start: 0, end: 5, tone: 'saffron', replacements: ['Kabul'] },
    { start: 19, end: 28, replacements: ['Kazakhstan'] },
  ]);
});

it('leaves alone what has no accepted spelling in the language, and addresses', async () => {
  const names = new NameMarks(makeFake());
  expect(await names.marks('tg', ['Kabul'])).toEqual([[]]);
  const link = '[Kabul](https://example.org/Cabul) Cabul';
  expect(await names.marks('en', [link])).toMatchObject([[{ start: 35, end: 40 }]]);
});

it('offers a name for its beginning, and hears of changes', async () => {
  const fake = makeFake();
  const names = new NameMarks(fake);
  expect(await names.offers('en', 'in Kab')).toEqual([{ id: 'kabul', label: 'Kabul', typed: 3 }]);
  fake.emit('names:changed', null);
  expect(names.version).toBe(1);
  names.close();
  fake.emit('names:changed', null);
  expect(names.version).toBe(1);
});

it('lists the names that a block needs, with keys for those that have a spelling', async () => {
  const needed = new NeededNames(makeFake());
  await needed.ask('en', 'de', 'Kabul and Kazakhstan');
  expect(needed.list.map((name) => [name.used, name.accepted, needed.keysOf(name)])).toEqual([
    ['Kabul', '', ''],
    ['Kazakhstan', 'Kasachstan', 'Alt+Shift+1'],
  ]);
  await needed.ask('en', 'de', '');
  expect(needed.list).toEqual([]);
});

it('shows what was asked for last, whatever comes first', async () => {
  const fake = makeFake();
  const needed = new NeededNames(fake);
  const answer = { name: 'x', kind: 'term' as const, used: 'x', accepted: 'y', note: '' };
  let late: (names: (typeof answer)[]) => void = () => undefined;
  vi.spyOn(fake, 'neededNames').mockImplementationOnce(() => new Promise((resolve) => (late = resolve)));
  const first = needed.ask('en', 'fa', 'x');
  await needed.ask('en', 'fa', 'Kabul');
  late([answer]);
  await first;
  expect(needed.list.map((name) => name.accepted)).toEqual(['کابل']);
});
