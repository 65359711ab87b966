import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Offers, wordAt, type Complete, type Offer } from './Offers.svelte';

const herat: Offer = { id: 'herat', label: 'Herat', typed: 3 };
const river: Offer = { id: 'river', label: 'Herat River', typed: 3 };
let field: HTMLTextAreaElement;
let complete: ReturnType<typeof vi.fn<Complete>>;
let offers: Offers;

beforeEach(() => {
  vi.useFakeTimers();
  field = document.createElement('textarea');
  complete = vi.fn<Complete>(async (before) => (before.endsWith('Her') ? [herat, river] : []));
  offers = new Offers({
    field: () => field,
    complete: () => complete,
    beginning: () => wordAt(field),
    anchor: () => ({ left: 0, right: 0, top: 0, bottom: 0 }),
    take: ({ label, typed }) =>
      field.setRangeText(label, field.selectionStart - typed, field.selectionStart, 'end'),
  });
});
afterEach(() => vi.useRealTimers());

async function type(words: string): Promise<void> {
  field.setRangeText(words, field.selectionStart, field.selectionEnd, 'end');
  offers.typed();
  await vi.advanceTimersByTimeAsync(200);
}

const press = (key: string) => offers.key(new KeyboardEvent('keydown', { key, cancelable: true }));

it('offers at the end of a word, and puts in what is chosen', async () => {
  await type('to Her');
  expect(offers.open).toBe(true);
  press('ArrowDown');
  expect(press('Enter')).toBe(true);
  expect(field.value).toBe('to Herat River');
  expect(offers.open).toBe(false);
});

it('leaves every key alone while there is nothing to choose', async () => {
  await type('to he');
  for (const key of ['Enter', 'Tab', 'Escape', 'ArrowDown']) expect(press(key)).toBe(false);
});

it('no longer counts once the caret stands elsewhere', async () => {
  await type('to Her');
  field.setSelectionRange(2, 2);
  expect(press('Enter')).toBe(false);
  press('ArrowLeft');
  expect(offers.open).toBe(false);
});

it('asks for nothing in the middle of a word', async () => {
  field.value = 'Here';
  field.setSelectionRange(3, 3);
  offers.typed();
  await vi.advanceTimersByTimeAsync(200);
  expect(complete).not.toHaveBeenCalled();
});

it('hands over the nearest words only', async () => {
  await type(`${'🏔'.repeat(60)} Her`);
  expect(complete.mock.calls[0]?.[0].length).toBeLessThanOrEqual(80);
});
