import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Story } from '$lib/backend/types';
import { StoryCard } from './StoryCard.svelte';

const story = (more: Partial<Story> = {}): Story => ({
  id: 's',
  sections: [],
  tags: [],
  place: '',
  lead: { hash: '', alt: {}, caption: {}, credit: '' },
  source: 'fa',
  notes: '',
  created: '',
  embargo: '',
  removed: false,
  editions: [],
  ...more,
});

function card() {
  const handlers = new Map<string, (payload: never) => void>();
  const door = {
    story: vi.fn(async (_: string) => story()),
    changeStory: vi.fn(async (_before: Story, after: Story) => after),
    on: vi.fn((event: string, handler: (payload: never) => void) => {
      handlers.set(event, handler);
      return () => void handlers.delete(event);
    }),
  };
  const card = new StoryCard(door as unknown as ConstructorParameters<typeof StoryCard>[0], story());
  return { door, card, tell: (event: string, payload: unknown) => handlers.get(event)?.(payload as never) };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

it('writes a burst of changes once', async () => {
  const { door, card: c } = card();
  c.change({ place: 'K' });
  c.change({ place: 'Kabul' });
  await pass(500);
  expect(door.changeStory).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ place: '' }),
    expect.objectContaining({ place: 'Kabul' }),
  );
  expect(c.settled).toBe(true);
});

it('keeps what was changed while it was written', async () => {
  const { door, card: c } = card();
  let answer!: (s: Story) => void;
  door.changeStory.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  c.change({ place: 'Kabul' });
  const writing = c.write();
  await pass(0);
  c.change({ place: 'Herat' });
  answer(story({ place: 'Kabul' }));
  await writing;
  expect(c.story.place).toBe('Herat');
  await pass(500);
  expect(door.changeStory).toHaveBeenCalledTimes(2);
});

it('takes editions from elsewhere without losing what is open here', async () => {
  const { door, card: c, tell } = card();
  const editions: Story['editions'] = [
    { id: 'e', lang: 'ps', headline: '', work: 'drafting', live: 'notLive', goesLive: '', changed: false },
  ];
  door.story.mockResolvedValue(story({ editions, place: 'theirs' }));
  c.change({ notes: 'mine' });
  tell('edition:changed', { id: 'e', story: 's' });
  await pass(0);
  expect(c.story).toMatchObject({ editions, notes: 'mine', place: '' });
});

it('writes what is open on leaving', async () => {
  const { door, card: c } = card();
  c.change({ tags: ['t'] });
  await c.close();
  expect(door.changeStory).toHaveBeenCalledTimes(1);
});
