import { describe, expect, it, vi } from 'vitest';
import type { DiffBlock, RevisionInfo } from '$lib/backend/types';
import { History } from './History.svelte';

const revision = (id: string, parents: string[] = []): RevisionInfo => ({
  id,
  parents,
  member: 'Parwin',
  time: '',
  words: 1,
  headline: '',
  head: false,
  live: false,
  approved: false,
});

async function history() {
  const door = {
    revisions: vi.fn(async (_: string) => [revision('r3', ['r2']), revision('r2', ['r1']), revision('r1')]),
    compare: vi.fn(async (_older: string, _newer: string): Promise<DiffBlock[]> => []),
    on: vi.fn(() => () => undefined),
  };
  const history = new History(door as unknown as ConstructorParameters<typeof History>[0], 'e');
  await history.load();
  return { door, history };
}

describe('two revisions', () => {
  it.each([
    ['r1', 'r3'],
    ['r3', 'r1'],
  ])('are compared older first when %s and then %s is marked', async (first, second) => {
    const { door, history: h } = await history();
    h.pick(first);
    h.pick(second);
    await h.compare();
    expect(door.compare).toHaveBeenCalledWith('r1', 'r3');
  });

  it('are the two marked last', async () => {
    const { history: h } = await history();
    for (const id of ['r1', 'r3', 'r2']) h.pick(id);
    expect([h.older, h.newer]).toEqual(['r2', 'r3']);
  });

  it('can be unmarked', async () => {
    const { history: h } = await history();
    h.pick('r1');
    h.pick('r2');
    h.pick('r2');
    expect([h.older, h.newer]).toEqual(['', 'r1']);
    h.pick('r1');
    expect([h.older, h.newer]).toEqual(['', '']);
  });
});

it('shows what one revision changed against the one it was made from, the first against a blank page', async () => {
  const { door, history: h } = await history();
  await h.changesOf(revision('r2', ['r1']));
  expect(door.compare).toHaveBeenLastCalledWith('r1', 'r2');
  await h.changesOf(revision('r1'));
  expect(door.compare).toHaveBeenLastCalledWith('', 'r1');
});

it('drops the answer to a comparison that was left', async () => {
  const { door, history: h } = await history();
  let answer!: (blocks: DiffBlock[]) => void;
  door.compare.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  const running = h.changesOf(revision('r2', ['r1']));
  h.clear();
  answer([{ field: 'body', op: 'same', parts: [] }]);
  await running;
  expect(h.blocks).toBeNull();
});

it('is read with every change only while it is in sight', async () => {
  let changed = (_: { id: string }) => {};
  const door = {
    revisions: vi.fn(async (_: string) => [revision('r1')]),
    compare: vi.fn(),
    on: vi.fn((_: string, handler: typeof changed) => {
      changed = handler;
      return () => undefined;
    }),
  };
  const h = new History(door as unknown as ConstructorParameters<typeof History>[0], 'e');
  changed({ id: 'e' });
  expect(door.revisions).toHaveBeenCalledTimes(0);
  h.follow(true);
  changed({ id: 'e' });
  expect(door.revisions).toHaveBeenCalledTimes(2);
  h.follow(false);
  changed({ id: 'e' });
  expect(door.revisions).toHaveBeenCalledTimes(2);
});
