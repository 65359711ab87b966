import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { standing } from '$features/translate/row';
import { makeFake } from '$lib/backend/fake';
import { translating } from './translating';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

const [source, target] = ['edition-0-en', 'edition-0-fa'];

/** The translation of an edition of the fake's, with three blocks. */
async function opened() {
  const backend = makeFake();
  await write(backend, source, 'One block here.\n\nTwo blocks there.\n\nThree blocks in all.');
  await write(backend, target, 'یک\n\nدو');
  const pair = translating(backend, await backend.translation(target, 'en'));
  const type = (place: number, words: string) =>
    pair.rows.write(pair.rows.list[place]?.key ?? '', words, { before: 0, after: words.length });
  return { backend, ...pair, type };
}

async function write(backend: ReturnType<typeof makeFake>, id: string, body: string) {
  const { text, heads } = await backend.edition(id);
  await backend.save(id, heads, { ...text, body });
}

const targets = (pair: { rows: { list: readonly { target: string }[] } }) =>
  pair.rows.list.map((row) => row.target);

test('what is typed in a row is on disk within a second, with its links', async () => {
  const { backend, draft, type, rows } = await opened();
  type(2, 'سه');
  expect(draft.safety).toBe('pending');
  await pass(1000);
  expect(draft.safety).toBe('kept');
  expect((await backend.edition(target)).text.body).toBe('یک\n\nدو\n\nسه');
  expect((await backend.translation(target, 'en')).missing).toBe(0);
  expect(rows.progress.done).toBe(3);
});

test('it is a revision when the translation is left', async () => {
  const { backend, draft, type } = await opened();
  type(0, 'یکم');
  expect(await draft.close()).toBe(true);
  expect(await backend.edition(target)).toMatchObject({ working: false, text: { body: 'یکم\n\nدو' } });
});

test('words above the rows and acts go the way of any edition', async () => {
  const { draft, rows, type } = await opened();
  type(2, 'سه');
  rows.write('headline', 'خبر', { before: 0, after: 3 });
  await draft.save();
  expect(draft.text).toMatchObject({ headline: 'خبر', body: 'یک\n\nدو\n\nسه' });
});

describe('the source changes while somebody writes', () => {
  test('its row turns stale; key and words stay', async () => {
    const { backend, draft, rows, type, ...rest } = await opened();
    await draft.save();
    type(0, 'یک');
    type(1, 'دو و');
    const keys = rows.list.map((row) => row.key);
    await pass(1000);
    await write(backend, source, 'One block here.\n\nTwo blocks over there.\n\nThree blocks in all.');
    type(1, 'دو و نیم');
    await draft.refresh();
    expect(rows.list.map((row) => row.key)).toEqual(keys);
    expect(rows.list.map(standing)).toEqual(['done', 'stale', 'missing']);
    expect(targets({ rows, ...rest })).toEqual(['یک', 'دو و نیم', '']);
  });

  test('done is done for what the translator saw', async () => {
    const { backend, draft, rows, type } = await opened();
    type(1, 'دو و');
    await draft.save();
    await write(backend, source, 'One block here.\n\nTwo blocks over there.\n\nThree blocks in all.');
    await draft.refresh();
    rows.finish(rows.list[1]?.key);
    expect(draft.safety).toBe('pending');
    await draft.save();
    expect((await backend.translation(target, 'en')).stale).toBe(0);
    await write(backend, source, 'One block here.\n\nTwo blocks over there, again.\n\nThree blocks in all.');
    await draft.refresh();
    expect(rows.list.map(standing)[1]).toBe('stale');
  });
});
