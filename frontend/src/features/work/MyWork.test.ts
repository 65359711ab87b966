import { expect, test } from 'vitest';
import { makeFake } from '$lib/backend/fake';
import type { MyWork as Lists, WorkItem } from '$lib/backend/types';
import { rowsOf } from './lists';
import { MyWork } from './MyWork.svelte';

test('reads what waits, and again after a change', async () => {
  const backend = makeFake({ stories: 6 });
  const work = new MyWork(backend, () => 'en');
  await work.load();
  expect(work.free).toBe(false);
  const before = work.lists?.claimed.length;
  const missing = work.lists?.lacking[0]?.cells.find((cell) => cell.state === 'missing');
  await backend.claim(`${work.lists?.lacking[0]?.story}.${missing?.lang}`, false);
  await expect.poll(() => work.lists?.claimed.length).toBe((before ?? 0) + 1);
  work.close();
});

test('says when nothing waits', async () => {
  const work = new MyWork(makeFake({ stories: 0 }), () => 'en');
  expect(work.free).toBe(false);
  await work.load();
  expect(work.free).toBe(true);
  work.close();
});

test('a failure is kept until it is read again', async () => {
  const backend = makeFake({ stories: 1 });
  const whole = backend.myWork.bind(backend);
  backend.myWork = () => Promise.reject(new Error('the disk is gone'));
  const work = new MyWork(backend, () => 'en');
  await work.load();
  expect(work.problem).toBeInstanceOf(Error);
  backend.myWork = whole;
  await work.load();
  expect(work.problem).toBeNull();
  work.close();
});

test('what is live and stale stands in one list only', () => {
  const item = (edition: string) => ({ edition }) as WorkItem;
  const lists = { stale: [item('a'), item('b')], staleLive: [item('b')] } as Lists;
  expect(rowsOf(lists, 'stale').map((row) => row.edition)).toEqual(['a']);
  expect(rowsOf(lists, 'staleLive').map((row) => row.edition)).toEqual(['b']);
});
