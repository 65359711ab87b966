import { cleanup, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import type { Edition, Text } from '$lib/backend/types';
import { EditionDraft } from './EditionDraft.svelte';
import EditionNotices from './EditionNotices.svelte';

const text: Text = { headline: 'A', slug: 'a', summary: '', body: '', byline: '', translator: '' };

function edition(more: Partial<Edition> = {}): Edition {
  return {
    id: 'e',
    story: 's',
    lang: 'en',
    text,
    heads: ['r'],
    made: '',
    unclear: [],
    working: false,
    saved: '',
    changed: false,
    work: { state: 'drafting', revision: '', note: '', member: '', time: '' },
    live: { state: 'notLive', revision: '', published: '', changed: '', notice: '', path: '', next: '' },
    ...more,
  };
}

function show(e: Edition) {
  const door = {
    keep: vi.fn(async () => ''),
    save: vi.fn(async () => e),
    on: vi.fn(() => () => undefined),
  };
  const draft = new EditionDraft(door as unknown as ConstructorParameters<typeof EditionDraft>[0], e);
  render(EditionNotices, { draft, door: { dispute: vi.fn() } });
  return { door, draft };
}

const act = (name: string) => document.querySelector<HTMLButtonElement>(`[data-act=${name}]`);
afterEach(cleanup);

it('says nothing where all is well', () => {
  show(edition());
  expect(document.querySelector('.notices')?.textContent?.trim()).toBe('');
});

it('says that words are not on disk, and goes away when they are', async () => {
  const { door, draft } = show(edition());
  door.keep.mockRejectedValueOnce(new Error('full'));
  draft.change({ summary: 'new' });
  await draft.keep();
  await tick();
  expect(screen.getByText('edition.unkept')).toBeTruthy();
  act('keep-again')?.click();
  await vi.waitFor(() => expect(screen.queryByText('edition.unkept')).toBeNull());
  await draft.close();
});

it('shows the note with which a text came back', () => {
  show(
    edition({
      work: { state: 'returned', revision: 'r', note: 'Where is the date?', member: 'm', time: '' },
    }),
  );
  expect(screen.getByText('Where is the date?')).toBeTruthy();
});
