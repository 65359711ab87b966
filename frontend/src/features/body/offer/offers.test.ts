import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Complete, Offer } from '$ui/Offers.svelte';
import { writing, type Writing } from '$features/body/testdata/writing';

const herat: Offer = { id: 'herat', label: 'Herat', typed: 3 };
const herati: Offer = { id: 'herati', label: 'Herat River', typed: 3 };
let open: Writing;
let complete: ReturnType<typeof vi.fn<Complete>>;

beforeEach(async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  complete = vi.fn<Complete>(async (before) => (before.endsWith('Her') ? [herat, herati] : []));
  open = await writing('in the', { complete: () => complete });
  vi.spyOn(open.view, 'coordsAtPos').mockReturnValue({ left: 1, right: 1, top: 2, bottom: 3 });
  vi.spyOn(open.view, 'hasFocus').mockReturnValue(true);
  open.behind('in the');
});
afterEach(() => vi.useRealTimers());

function type(text: string): void {
  for (const letter of text) open.view.dispatch(open.view.state.tr.insertText(letter));
}

const settle = () => vi.advanceTimersByTimeAsync(200);
const press = (key: string, more: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key, cancelable: true, ...more });
  return open.view.someProp('handleKeyDown', (f) => f(open.view, event) || undefined) ?? false;
};

test('asks once the writer pauses, and Tab takes the first', async () => {
  type(' Her');
  expect(complete).not.toHaveBeenCalled();
  await settle();
  expect(complete).toHaveBeenCalledTimes(1);
  expect(complete).toHaveBeenCalledWith('in the Her');
  expect(open.body.offers.open).toBe(true);
  press('Tab');
  expect(open.markdown()).toBe('in the Herat');
  expect(open.body.offers.open).toBe(false);
});

test('arrows choose, Enter takes, and one undo brings back what was typed', async () => {
  type(' Her');
  await settle();
  press('ArrowDown');
  press('Enter');
  expect(open.markdown()).toBe('in the Herat River');
});

test('Escape closes it, and Enter is a new line again', async () => {
  type(' Her');
  await settle();
  expect(press('Escape')).toBe(true);
  expect(open.body.offers.open).toBe(false);
  press('Enter');
  expect(open.view.state.doc.childCount).toBe(2);
});

test('Enter after another letter is a new line, whatever is still in sight', async () => {
  type(' Her');
  await settle();
  type('o');
  press('Enter');
  expect(open.markdown()).toBe('in the Hero');
  expect(open.view.state.doc.childCount).toBe(2);
});

test('nothing is asked for inside a word, behind a space, on moving and on deleting', async () => {
  open.behind('in t');
  type('He');
  await settle();
  open.behind('he');
  type(' ');
  await settle();
  open.behind('in');
  await settle();
  open.view.dispatch(open.view.state.tr.delete(1, 2));
  await settle();
  expect(complete).not.toHaveBeenCalled();
});

test('an answer that comes too late is not shown', async () => {
  let answer: (offers: Offer[]) => void = () => undefined;
  complete.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
  type(' Her');
  await settle();
  type('a');
  answer([herat]);
  await Promise.resolve();
  expect(open.body.offers.open).toBe(false);
});

test('while an input method composes nothing is shown', async () => {
  const composing = vi.spyOn(open.view, 'composing', 'get').mockReturnValue(true);
  type(' Her');
  await settle();
  expect(open.body.offers.open).toBe(false);
  composing.mockRestore();
});
