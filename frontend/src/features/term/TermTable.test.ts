import { expect, it, vi } from 'vitest';
import type { Term } from '$lib/backend/types';
import { makeFake } from '$lib/backend/fake';
import { TermTable } from './TermTable.svelte';

const term = (id: string, order: number, more: Partial<Term> = {}): Term => ({
  id,
  kind: 'section',
  standing: 'menu',
  order,
  labels: { en: id },
  slugs: { en: id },
  uses: 0,
  ...more,
});

async function table() {
  const door = {
    terms: vi.fn(async () => [
      term('world', 2),
      term('afghanistan', 1),
      term('kabul', 1, { kind: 'tag', standing: '' }),
    ]),
    saveTerm: vi.fn(async (_before: Term, t: Term) => ({ ...t, id: t.id || 'new' })),
    removeTerm: vi.fn(async (_kind: string, _id: string) => undefined),
    on: vi.fn(() => () => undefined),
  };
  const table = new TermTable(door as unknown as ConstructorParameters<typeof TermTable>[0]);
  await table.load();
  return { door, table };
}

it('shows one kind, in order, narrowed by a word of any language', async () => {
  const { table: t } = await table();
  expect(t.rows.map((row) => row.id)).toEqual(['afghanistan', 'world']);
  t.query = 'WOR';
  expect(t.rows.map((row) => row.id)).toEqual(['world']);
  t.query = '';
  t.kind = 'tag';
  expect(t.rows.map((row) => row.id)).toEqual(['kabul']);
});

it('writes a cell only where its words changed', async () => {
  const { door, table: t } = await table();
  const world = t.rows[1] as Term;
  await t.write(world, 'labels', 'en', ' world ');
  expect(door.saveTerm).not.toHaveBeenCalled();
  await t.write(world, 'labels', 'fa', 'جهان');
  expect(door.saveTerm).toHaveBeenCalledWith(
    expect.objectContaining({ id: 'world', labels: { en: 'world' } }),
    expect.objectContaining({ id: 'world', labels: { en: 'world', fa: 'جهان' } }),
  );
});

it('keeps what was typed in a row that could not be written, and says why', async () => {
  const { door, table: t } = await table();
  door.saveTerm.mockRejectedValueOnce(new Error('taken'));
  const world = t.rows[1] as Term;
  expect(await t.write(world, 'slugs', 'en', 'afghanistan')).toBe(false);
  expect(t.rows[1]?.slugs.en).toBe('afghanistan');
  expect(t.rowProblems.world).toBeInstanceOf(Error);
  await t.write(t.rows[1] as Term, 'slugs', 'en', 'the-world');
  expect(t.rowProblems.world).toBeUndefined();
});

it('compares a row with what came from Go, and leaves what another member changed in it', async () => {
  const fake = makeFake();
  const [mine, theirs] = [new TermTable(fake), new TermTable(fake)];
  await Promise.all([mine.load(), theirs.load()]);
  const shown = mine.rows[0] as Term;
  theirs.close(); // it hears nothing more: another device
  await mine.write(shown, 'labels', 'fr', 'Un');
  await theirs.write(shown, 'labels', 'de', 'Eins');
  await theirs.save({ ...(theirs.rows[0] as Term), standing: 'page' });
  const held = (await fake.terms()).find((term) => term.kind === shown.kind && term.id === shown.id);
  expect(held).toMatchObject({ standing: 'page', labels: { ...shown.labels, fr: 'Un', de: 'Eins' } });
});

it('adds at the end of the kind in sight', async () => {
  const { door, table: t } = await table();
  expect(await t.add('en', ' Sport ')).toBe('new');
  expect(door.saveTerm).toHaveBeenCalledWith(
    expect.objectContaining({ id: '', labels: {} }),
    expect.objectContaining({ kind: 'section', standing: 'menu', order: 3, labels: { en: 'Sport' } }),
  );
  expect(t.rows.at(-1)?.id).toBe('new');
});

it('changes places with the neighbour', async () => {
  const { table: t } = await table();
  await t.move(t.rows[1] as Term, -1);
  expect(t.rows.map((row) => row.id)).toEqual(['world', 'afghanistan']);
  await t.move(t.rows[0] as Term, -1);
  expect(t.rows.map((row) => row.id)).toEqual(['world', 'afghanistan']);
});
