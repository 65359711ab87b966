import { cleanup, render } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import { makeFake } from '$lib/backend/fake';
import CommentPanel from './CommentPanel.svelte';
import { Comments } from './Comments.svelte';
import type { Target } from './target';

const edition = 'edition-1-ar';
afterEach(cleanup);

async function show() {
  const fake = makeFake();
  const [first = '', second = ''] = (await fake.edition(edition)).text.body.split('\n\n');
  const passages: [Target, Target] = [
    { about: '', at: 0, quote: first },
    { about: '', at: 1, quote: second },
  ];
  const comments = new Comments(fake, edition);
  await comments.load();
  // `target` is a word of render too: the properties stand apart.
  const shown = render(CommentPanel, { props: { comments, lang: 'ar', target: passages[0] } });
  const choose = (target: Target) => shown.rerender({ target });
  return { comments, passages, choose };
}

const field = (name: string) => document.querySelector<HTMLTextAreaElement>(`[data-field=${name}]`);

async function press(act: string) {
  document.querySelector<HTMLButtonElement>(`[data-act=${act}]`)?.click();
  await tick();
}

async function write(name: string, words: string) {
  const area = field(name);
  if (!area) throw new Error(`no field ${name}`);
  area.value = words;
  area.dispatchEvent(new Event('input', { bubbles: true }));
  await tick();
}

it('sends a comment for the passage that it was begun on', async () => {
  const { comments, passages, choose } = await show();
  await write('comment', 'Since when?');
  await choose(passages[1]);
  expect(field('comment')?.value).toBe('');
  await write('comment', 'Who says so?');
  await press('add-comment');
  await expect.poll(() => comments.waiting.length).toBe(1);
  await press('resume-comment');
  expect(field('comment')?.value).toBe('Since when?');
  await press('add-comment');
  await expect.poll(() => comments.waiting.length).toBe(2);
  const said = comments.waiting.map((thread) => [thread.quote, thread.text]);
  expect(said).toContainEqual([passages[0].quote, 'Since when?']);
  expect(said).toContainEqual([passages[1].quote, 'Who says so?']);
  expect(document.querySelector('[data-act=resume-comment]')).toBeNull();
});

it('keeps a suggestion at its passage, and while the list of comments comes anew', async () => {
  const { passages, choose } = await show();
  await press('suggest');
  await write('suggestion', 'Other words.');
  await choose({ ...passages[0] });
  expect(field('suggestion')?.value).toBe('Other words.');
  await choose(passages[1]);
  expect(field('suggestion')).toBeNull();
  await choose(passages[0]);
  expect(field('suggestion')?.value).toBe('Other words.');
});
