import { cleanup, render } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import type { Dispute, DisputePlace, Edition, Text } from '$lib/backend/types';
import ConflictPanel from './ConflictPanel.svelte';
import { EditionDraft } from './EditionDraft.svelte';

const marked = (a: string, b: string) => `⟪⟪⟪\n\n${a}\n\n⟪⟫\n\n${b}\n\n⟫⟫⟫`;
const body = ['یک', marked('دو ما', 'دو دیگر'), 'سه', marked('چهار ما', 'چهار دیگر')].join('\n\n');
const text: Text = { headline: 'دیگر', slug: 'a', summary: '', body, byline: '', translator: '' };

const place = (field: keyof Text, texts: string[]): DisputePlace => ({
  field,
  versions: texts.map((words, n) => ({ text: words, parts: [{ op: 'add', text: words }], sides: [n] })),
});

/** Looks a text over as Go does. */
async function dispute(_: string, __: string[], { body }: Text): Promise<Dispute> {
  const places = [place('headline', ['ما', 'دیگر'])];
  const stretches = [];
  for (const [piece] of body.matchAll(/⟪⟪⟪[^⟫]*⟪⟫[^⟫]*⟫⟫⟫|[^⟪⟫\n]+/gu)) {
    const sides = /⟪⟪⟪\n\n(.*)\n\n⟪⟫\n\n(.*)\n\n⟫⟫⟫/u.exec(piece);
    stretches.push({ text: piece, place: sides ? places.length : -1 });
    if (sides) places.push(place('body', [sides[1] ?? '', sides[2] ?? '']));
  }
  const side = { revision: '', name: 'Laila', mine: true, here: true, time: '2026-01-02T10:00:00Z' };
  return {
    sides: [
      { ...side, revision: 'a' },
      { ...side, revision: 'b', mine: false },
    ],
    places,
    body: stretches,
    broken: false,
  };
}

function show() {
  const edition = {
    id: 'e',
    lang: 'fa',
    text,
    heads: ['a', 'b'],
    unclear: ['headline', 'body'],
    live: { state: 'live' },
    saved: '',
  } as unknown as Edition;
  const door = {
    keep: vi.fn(async () => ''),
    save: vi.fn(async () => edition),
    resolve: vi.fn(async (_: string, __: string[], given: Text) => ({
      ...edition,
      text: given,
      unclear: [],
    })),
    on: vi.fn(() => () => undefined),
  };
  const draft = new EditionDraft(door as unknown as ConstructorParameters<typeof EditionDraft>[0], edition);
  render(ConflictPanel, { draft, door: { dispute } });
  return { door, draft };
}

const all = (act: string) => [...document.querySelectorAll<HTMLButtonElement>(`[data-act=${act}]`)];
const places = (count: number) =>
  vi.waitFor(() => expect(document.querySelectorAll('[data-place]')).toHaveLength(count));
afterEach(cleanup);

it('settles place by place, and only then as a whole', async () => {
  const { door, draft } = show();
  await places(3);
  expect(all('resolve')[0]?.disabled).toBe(true);
  all('keep-version')[0]?.click();
  await places(2);
  expect(draft.text.headline).toBe('ما');
  all('keep-version')[1]?.click();
  await places(1);
  expect(draft.text.body).toBe(`یک\n\nدو دیگر\n\nسه\n\n${marked('چهار ما', 'چهار دیگر')}`);
  all('keep-both')[0]?.click();
  await places(0);
  expect(document.activeElement).toBe(all('resolve')[0]);
  all('resolve')[0]?.click();
  const settled = expect.objectContaining({
    body: 'یک\n\nدو دیگر\n\nسه\n\nچهار ما\n\nچهار دیگر',
    headline: 'ما',
  });
  await vi.waitFor(() => expect(door.resolve).toHaveBeenCalledWith('e', ['a', 'b'], settled));
  await draft.close();
});

it('keeps one side everywhere, and takes that back', async () => {
  const { draft } = show();
  await places(3);
  all('keep-side')[1]?.click();
  await places(0);
  expect(draft.text).toMatchObject({ headline: 'دیگر', body: 'یک\n\nدو دیگر\n\nسه\n\nچهار دیگر' });
  all('undo-choice')[0]?.click();
  await places(3);
  expect(draft.text).toEqual(text);
  all('keep-both-everywhere')[0]?.click();
  await places(1); // two headlines have no room
  await draft.close();
});

it('takes nothing back over what was typed since', async () => {
  const { draft } = show();
  await places(3);
  all('keep-side')[0]?.click();
  await places(0);
  draft.change({ summary: 'تازه' });
  await vi.waitFor(() => expect(all('undo-choice')).toHaveLength(0));
  await draft.close();
});
