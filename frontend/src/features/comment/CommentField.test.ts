import { cleanup, render } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import CommentField from './CommentField.svelte';
import type { Target } from './Comments.svelte';

const target: Target = { about: '', at: 1, quote: 'The road is closed.' };
const words = () => document.querySelector<HTMLTextAreaElement>('[data-field=suggestion]');
afterEach(cleanup);

async function suggesting() {
  // `target` is a word of render too: the properties stand apart.
  const shown = render(CommentField, {
    props: { target, lang: 'en', busy: false, onadd: vi.fn(async () => true) },
  });
  document.querySelector<HTMLButtonElement>('[data-act=suggest]')?.click();
  await tick();
  const field = words();
  if (!field) throw new Error('nothing to suggest in');
  field.value = 'The road has been closed.';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await tick();
  return shown;
}

it('keeps a suggestion while the list of comments comes anew', async () => {
  const shown = await suggesting();
  await shown.rerender({ target: { ...target } });
  expect(words()?.value).toBe('The road has been closed.');
});

it('drops it when another block is chosen', async () => {
  const shown = await suggesting();
  await shown.rerender({ target: { ...target, at: 2, quote: 'Nobody was hurt.' } });
  expect(words()).toBeNull();
});
