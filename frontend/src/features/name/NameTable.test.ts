import { expect, it, vi } from 'vitest';
import { makeFake } from '$lib/backend/fake';
import { BackendError } from '$lib/backend/errors';
import type { Name } from '$lib/backend/types';
import { NameTable } from './NameTable.svelte';

async function table() {
  const fake = makeFake();
  const table = new NameTable(fake);
  await table.load();
  const row = (id: string) => table.names.find((name) => name.id === id) as Name;
  const held = async (id: string) => (await fake.names()).find((name) => name.id === id);
  return { fake, table, row, held };
}

it('shows the names in order, narrowed by kind and by a spelling of any language', async () => {
  const { table: t } = await table();
  expect(t.rows.map((name) => name.id)).toEqual(['kabul', 'kazakhstan', 'un']);
  t.query = 'قزاق';
  expect(t.rows.map((name) => name.id)).toEqual(['kazakhstan']);
  t.query = 'cabul'; // a variant
  expect(t.rows.map((name) => name.id)).toEqual(['kabul']);
  t.query = '';
  t.kind = 'organisation';
  expect(t.rows.map((name) => name.id)).toEqual(['un']);
});

it('writes a cell only where its words changed, variants one by one', async () => {
  const { fake, table: t, row, held } = await table();
  const save = vi.spyOn(fake, 'saveName');
  await t.write(row('kabul'), 'labels', 'en', ' Kabul ');
  await t.write(row('kabul'), 'variants', 'en', 'Cabul |');
  expect(save).not.toHaveBeenCalled();
  await t.write(row('kabul'), 'variants', 'en', 'Cabul|  Caboul ');
  expect((await held('kabul'))?.variants.en).toEqual(['Cabul', 'Caboul']);
  await t.write(row('kabul'), 'labels', 'es', 'Kabul');
  expect((await held('kabul'))?.labels.es).toBe('Kabul');
});

it('keeps what was typed in a row that could not be written, and says why', async () => {
  const { fake, table: t, row } = await table();
  const refused = new BackendError({
    code: 'invalid',
    message: 'name.spelling',
    params: { language: 'English' },
  });
  vi.spyOn(fake, 'saveName').mockRejectedValueOnce(refused);
  expect(await t.write(row('un'), 'labels', 'en', 'UN')).toBe(false);
  expect(row('un').labels.en).toBe('UN');
  expect(t.rowProblems.un).toBe(refused);
  await t.load(); // a row with words that are not kept stays as it is
  expect(row('un').labels.en).toBe('UN');
  expect(await t.write(row('un'), 'labels', 'fr', 'ONU')).toBe(true);
  expect(t.rowProblems.un).toBeUndefined();
});

it('undoes what was done, the last first', async () => {
  const { table: t, row, held } = await table();
  expect(t.canUndo).toBe(false);
  const id = await t.add('en', ' Herat ');
  expect(t.rows[0]?.id).toBe(id); // new ones stand at the top
  await t.write(row(id), 'labels', 'fa', 'هرات');
  await t.remove(row(id));
  expect(await held(id)).toBeUndefined();
  await t.undo();
  expect((await held(id))?.labels).toEqual({ en: 'Herat', fa: 'هرات' });
  await t.undo();
  expect((await held(id))?.labels.fa ?? '').toBe('');
  await t.undo();
  expect(await held(id)).toBeUndefined();
  expect(await t.undo()).toBeNull();
});

it('follows what is changed elsewhere, and leaves the rows where they are', async () => {
  const { fake, table: t, row } = await table();
  const kabul = row('kabul');
  await fake.saveName(kabul, { ...kabul, labels: { ...kabul.labels, en: 'Zabul' } });
  await vi.waitFor(() => expect(row('kabul').labels.en).toBe('Zabul'));
  expect(t.rows[0]?.id).toBe('kabul');
  t.close();
});
