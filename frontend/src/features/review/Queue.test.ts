import { beforeEach, expect, test } from 'vitest';
import { makeFake } from '$lib/backend/fake';
import { Queue } from './Queue.svelte';

let fake: ReturnType<typeof makeFake>;
let queue: Queue;

beforeEach(async () => {
  fake = makeFake();
  queue = new Queue(fake);
  await queue.load();
});

test('shows one step, of one language where that is wanted', () => {
  expect(queue.shown.length).toBe(queue.count('submitted'));
  const [lang] = queue.langs;
  queue.lang = lang ?? '';
  expect(new Set(queue.shown.map((row) => row.lang))).toEqual(new Set([lang]));
});

test('orders by language and by section, the longest waiting first within', () => {
  queue.order = 'language';
  const langs = queue.shown.map((row) => row.lang);
  expect(langs).toEqual([...langs].sort());
  queue.order = 'section';
  const sections = queue.shown.map((row) => row.sections[0]);
  expect(sections).toEqual([...sections].sort());
});

test('moves through the rows and stays at the ends', () => {
  const ids = queue.shown.map((row) => row.id);
  expect(queue.move(1)).toBe(ids[0]);
  expect(queue.move(1)).toBe(ids[1]);
  expect(queue.move(-5)).toBe(ids[0]);
  expect(queue.move(ids.length + 5)).toBe(ids.at(-1));
});

test('knows what to go on with after a decision', () => {
  const ids = queue.shown.map((row) => row.id);
  expect(queue.after(ids[0] ?? '')).toBe(ids[1]);
  expect(queue.after(ids.at(-1) ?? '')).toBe(ids.at(-2));
});

test('follows what others decide', async () => {
  const before = queue.count('submitted');
  const row = queue.shown[0];
  if (!row) throw new Error('no row');
  await fake.returnEdition(row.id, 'No.');
  await expect.poll(() => queue.count('submitted')).toBe(before - 1);
  queue.close();
});

test('a reading that is overtaken ends with the newer one', async () => {
  const rows = await fake.reviewQueue();
  const answer: ((all: typeof rows) => void)[] = [];
  const slow = new Queue({
    on: () => () => undefined,
    reviewQueue: () => new Promise((give) => answer.push(give)),
  });
  let ended = false;
  const first = slow.load().then(() => (ended = true));
  const second = slow.load();
  answer[0]?.([]);
  await Promise.resolve();
  expect(ended).toBe(false);
  answer[1]?.(rows);
  await Promise.all([first, second]);
  expect(slow.rows).toEqual(rows);
});
