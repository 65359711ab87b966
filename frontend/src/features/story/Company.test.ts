import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RelatedEdition, TagSuggestion } from '$lib/backend/types';
import { Company, QUIET } from './Company.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function make() {
  const handlers = new Map<string, (payload: never) => void>();
  let asking = 0;
  let most = 0;
  async function answer<T>(): Promise<T[]> {
    most = Math.max(most, ++asking);
    await Promise.resolve();
    asking--;
    return [];
  }
  const door = {
    related: vi.fn((_: string) => answer<RelatedEdition>()),
    tagSuggestions: vi.fn((_: string) => answer<TagSuggestion>()),
    on: vi.fn((event: string, handler: (payload: never) => void) => {
      handlers.set(event, handler);
      return () => void handlers.delete(event);
    }),
  };
  const company = new Company(door as unknown as ConstructorParameters<typeof Company>[0], 'e', 's');
  const tell = (event: string, payload: object) => handlers.get(event)?.(payload as never);
  return { company, door, tell, handlers, atOnce: () => most };
}

it('is read once for many saves, when nobody saves any more', async () => {
  const { company, door, tell, atOnce } = make();
  company.follow(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(door.related).toHaveBeenCalledTimes(1);
  for (let i = 0; i < 20; i++) {
    tell('edition:changed', { id: 'e' });
    await vi.advanceTimersByTimeAsync(QUIET - 1);
  }
  expect(door.related).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(door.related).toHaveBeenCalledTimes(2);
  expect(door.tagSuggestions).toHaveBeenCalledTimes(2);
  expect(atOnce()).toBe(1);
});

it('follows the tags of its story at once', async () => {
  const { company, door, tell } = make();
  company.follow(true);
  tell('story:changed', { id: 's' });
  await vi.advanceTimersByTimeAsync(0);
  expect(door.related).toHaveBeenCalledTimes(2);
});

it('is not read while it is out of sight, nor after it was closed', async () => {
  const { company, door, tell, handlers } = make();
  tell('edition:changed', { id: 'e' });
  company.follow(true);
  tell('edition:changed', { id: 'e' });
  company.follow(false);
  tell('terms:changed', {});
  await vi.advanceTimersByTimeAsync(2 * QUIET);
  expect(door.related).toHaveBeenCalledTimes(1);
  company.follow(true);
  tell('edition:changed', { id: 'e' });
  company.close();
  await vi.advanceTimersByTimeAsync(2 * QUIET);
  expect(door.related).toHaveBeenCalledTimes(2);
  expect(handlers.size).toBe(0);
});
