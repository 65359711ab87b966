import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Edition, Text } from '$lib/backend/types';
import { EditionDraft } from './EditionDraft.svelte';

const blank: Text = { headline: '', slug: '', summary: '', body: '', byline: '', translator: '' };

function edition(text: Partial<Text> = {}, rest: Partial<Edition> = {}): Edition {
  return {
    id: 's.fa',
    story: 's',
    lang: 'fa',
    text: { ...blank, ...text },
    heads: ['r1'],
    made: '',
    unclear: [],
    working: false,
    saved: '',
    work: { state: 'drafting', revision: '', note: '', member: '', time: '' },
    live: { state: 'notLive', revision: '', published: '', changed: '', notice: '', path: '', next: '' },
    changed: false,
    ...rest,
  };
}

/** A door that answers at once unless a test replaces a method. */
function door() {
  const handlers = new Map<string, (payload: never) => void>();
  let revision = 1;
  const made = (text: Text) =>
    edition(text, { heads: [`r${++revision}`], made: `r${revision}`, saved: '2026-01-01T00:00:00Z' });
  return {
    keep: vi.fn(async (_id: string, _base: string[], _text: Text) => '2026-01-01T00:00:00Z'),
    save: vi.fn(async (_id: string, _base: string[], text: Text) => made(text)),
    edition: vi.fn(async (_id: string) => edition()),
    suggestSlug: vi.fn(async (_id: string, headline: string) =>
      headline.trim().toLowerCase().replaceAll(' ', '-'),
    ),
    resolve: vi.fn(async (_id: string, _base: string[], text: Text) => made(text)),
    restore: vi.fn(async (_id: string, _revision: string) => edition({ body: 'older' }, { heads: ['r9'] })),
    submit: vi.fn(async (_id: string) =>
      edition({}, { work: { state: 'submitted', revision: 'r1', note: '', member: '', time: '' } }),
    ),
    returnEdition: vi.fn(async (_id: string, _note: string) => edition()),
    approve: vi.fn(async (_id: string, _revision: string) => edition()),
    publish: vi.fn(async (_id: string) => edition()),
    correct: vi.fn(async (_id: string, _notice: string) => edition()),
    withdraw: vi.fn(async (_id: string, _notice: string) => edition()),
    on: vi.fn((event: string, handler: (payload: never) => void) => {
      handlers.set(event, handler);
      return () => void handlers.delete(event);
    }),
    tell: (event: string, payload: unknown) => handlers.get(event)?.(payload as never),
    handlers,
  };
}

type Door = ReturnType<typeof door>;
const draftOf = (d: Door, e = edition()) =>
  new EditionDraft(d as unknown as ConstructorParameters<typeof EditionDraft>[0], e);

/** A promise that the test answers when it likes. */
function later<T>() {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('the working copy', () => {
  it('is written once after a short pause', async () => {
    const d = door();
    const draft = draftOf(d);
    draft.change({ body: 'a' });
    await pass(200);
    draft.change({ body: 'ab' });
    expect(draft.safety).toBe('pending');
    await pass(249);
    expect(d.keep).not.toHaveBeenCalled();
    await pass(1);
    expect(d.keep).toHaveBeenCalledExactlyOnceWith('s.fa', ['r1'], expect.objectContaining({ body: 'ab' }));
    expect(draft.safety).toBe('kept');
  });

  it('is written within a second of steady typing', async () => {
    const d = door();
    const draft = draftOf(d);
    for (let i = 1; i <= 40; i++) {
      draft.change({ body: 'x'.repeat(i) });
      await pass(50);
    }
    expect(d.keep.mock.calls.length).toBeGreaterThanOrEqual(2);
    expect(d.keep.mock.calls[0]?.[2].body.length).toBeGreaterThanOrEqual(16);
  });

  it('has one call in flight and then takes the newest text', async () => {
    const d = door();
    const slow = later<string>();
    d.keep.mockImplementationOnce(() => slow.promise);
    const draft = draftOf(d);
    draft.change({ body: 'a' });
    await pass(300);
    draft.change({ body: 'ab' });
    await pass(300);
    draft.change({ body: 'abc' });
    await pass(300);
    expect(d.keep).toHaveBeenCalledTimes(1);
    slow.resolve('t');
    await pass(0);
    expect(d.keep).toHaveBeenCalledTimes(2);
    expect(d.keep.mock.lastCall?.[2].body).toBe('abc');
    expect(draft.safety).toBe('kept');
  });

  it('says so when it fails and tries again until it succeeds', async () => {
    const d = door();
    d.keep.mockRejectedValueOnce(new Error('full')).mockRejectedValueOnce(new Error('full'));
    const draft = draftOf(d);
    draft.change({ body: 'a' });
    await pass(300);
    expect(draft.safety).toBe('failed');
    expect(draft.keepProblem).toBeInstanceOf(Error);
    await pass(1_000);
    expect(draft.safety).toBe('failed');
    await pass(2_000);
    expect(d.keep).toHaveBeenCalledTimes(3);
    expect(draft.safety).toBe('kept');
    expect(draft.keepProblem).toBeNull();
  });

  it('is not written where nothing changed', async () => {
    const d = door();
    const draft = draftOf(d, edition({ body: 'a' }));
    draft.change({ body: 'a' });
    await pass(20_000);
    expect(d.keep).not.toHaveBeenCalled();
    expect(d.save).not.toHaveBeenCalled();
    expect(draft.safety).toBe('saved');
  });
});

describe('a revision', () => {
  it('is made after ten seconds of rest', async () => {
    const d = door();
    const draft = draftOf(d);
    draft.change({ body: 'a' });
    await pass(9_999);
    expect(d.save).not.toHaveBeenCalled();
    await pass(1);
    expect(d.save).toHaveBeenCalledTimes(1);
    expect(draft.safety).toBe('saved');
    expect(draft.edition.heads).toEqual(['r2']);
  });

  it('is made on leaving', async () => {
    const d = door();
    const draft = draftOf(d);
    draft.change({ body: 'a' });
    draft.change({ body: 'b' });
    await draft.close();
    expect(d.save).toHaveBeenCalledTimes(1);
    expect(d.handlers.size).toBe(0);
    await pass(20_000);
    expect(d.keep).not.toHaveBeenCalled();
  });

  it('is made on leaving of words left over from a crash', async () => {
    const d = door();
    const draft = draftOf(d, edition({ body: 'left over' }, { working: true }));
    expect(draft.safety).toBe('kept');
    await draft.close();
    expect(d.save).toHaveBeenCalledTimes(1);
  });

  it('never replaces what was typed while it was made', async () => {
    const d = door();
    const slow = later<Edition>();
    d.save.mockImplementationOnce(() => slow.promise);
    const draft = draftOf(d);
    draft.change({ body: 'a' });
    const saving = draft.save();
    await pass(0);
    draft.change({ body: 'ab' });
    slow.resolve(edition({ body: 'a', summary: 'merged' }, { heads: ['r7'] }));
    expect(await saving).toBe(false);
    expect(draft.text.body).toBe('ab');
    expect(draft.edition.heads).toEqual(['r7']);
    await pass(300);
    expect(draft.safety).toBe('kept');
  });

  it('that fails leaves the words on disk and says why', async () => {
    const d = door();
    d.save.mockRejectedValueOnce(new Error('slug taken'));
    const draft = draftOf(d);
    draft.change({ slug: 'taken' });
    expect(await draft.save()).toBe(false);
    await pass(0);
    expect(d.keep).toHaveBeenCalledTimes(1);
    expect(draft.saveProblem).toBeInstanceOf(Error);
    expect(draft.safety).toBe('kept');
  });
});

describe('a change from elsewhere', () => {
  it('is shown where nothing is unsaved here', async () => {
    const d = door();
    d.edition.mockResolvedValueOnce(edition({ body: 'theirs' }));
    const draft = draftOf(d);
    d.tell('edition:changed', { id: 's.fa', story: 's' });
    await pass(0);
    expect(draft.text.body).toBe('theirs');
  });

  it('leaves newer typing alone', async () => {
    const d = door();
    d.edition.mockResolvedValueOnce(edition({ body: 'theirs' }, { unclear: ['body'] }));
    const draft = draftOf(d);
    draft.change({ body: 'mine' });
    d.tell('edition:changed', { id: 's.fa', story: 's' });
    await pass(0);
    expect(draft.text.body).toBe('mine');
    expect(draft.edition.unclear).toEqual(['body']);
  });

  it("of another edition is nobody's business", async () => {
    const d = door();
    draftOf(d);
    d.tell('edition:changed', { id: 'other', story: 's' });
    await pass(0);
    expect(d.edition).not.toHaveBeenCalled();
  });
});

describe('the slug', () => {
  it('follows the headline of a new edition', async () => {
    const d = door();
    const draft = draftOf(d);
    draft.change({ headline: 'New Road' });
    await pass(350);
    expect(draft.text.slug).toBe('new-road');
    draft.change({ headline: 'New Road Opens' });
    await pass(350);
    expect(draft.text.slug).toBe('new-road-opens');
  });

  it('stays as written by hand, until it is emptied', async () => {
    const d = door();
    const draft = draftOf(d);
    draft.change({ slug: 'mine' });
    draft.change({ headline: 'New Road' });
    await pass(400);
    expect(draft.text.slug).toBe('mine');
    draft.change({ slug: '' });
    draft.change({ headline: 'Old Road' });
    await pass(400);
    expect(draft.text.slug).toBe('old-road');
  });

  it('of an edition opened again follows only if it still matches', async () => {
    const d = door();
    const follows = draftOf(d, edition({ headline: 'One', slug: 'one' }));
    follows.change({ headline: 'Two' });
    follows.change({ headline: 'Two words' });
    const fixed = draftOf(d, edition({ headline: 'One', slug: 'my-own' }));
    fixed.change({ headline: 'Two' });
    await pass(400);
    expect(follows.text.slug).toBe('two-words');
    expect(fixed.text.slug).toBe('my-own');
  });

  it('of a live edition never moves by itself', async () => {
    const d = door();
    const live = {
      state: 'live',
      revision: 'r1',
      published: '',
      changed: '',
      notice: '',
      path: '',
      next: '',
    } as const;
    const draft = draftOf(d, edition({ headline: 'One', slug: 'one' }, { live }));
    draft.change({ headline: 'Two' });
    await pass(400);
    expect(draft.text.slug).toBe('one');
  });
});

describe('an act', () => {
  it('makes a revision first and names it', async () => {
    const d = door();
    const draft = draftOf(d);
    draft.change({ body: 'a' });
    await draft.act('approve');
    expect(d.save).toHaveBeenCalledTimes(1);
    expect(d.approve).toHaveBeenCalledWith('s.fa', 'r2');
  });

  it('does not happen where the words could not be saved', async () => {
    const d = door();
    d.save.mockRejectedValueOnce(new Error('full'));
    const draft = draftOf(d);
    draft.change({ body: 'a' });
    expect(await draft.act('submit')).toBe(false);
    expect(d.submit).not.toHaveBeenCalled();
    expect(draft.failed?.act).toBe('submit');
  });

  it('that fails says so and leaves everything as it was', async () => {
    const d = door();
    d.publish.mockRejectedValueOnce(new Error('no'));
    const draft = draftOf(d, edition({ body: 'a' }));
    expect(await draft.act('publish')).toBe(false);
    expect(draft.failed).toEqual({ act: 'publish', problem: expect.any(Error) });
    expect(draft.text.body).toBe('a');
    expect(draft.acting).toBe('');
  });

  it('runs alone', async () => {
    const d = door();
    const slow = later<Edition>();
    d.submit.mockImplementationOnce(() => slow.promise);
    const draft = draftOf(d);
    const first = draft.act('submit');
    expect(await draft.act('withdraw')).toBe(false);
    slow.resolve(edition());
    expect(await first).toBe(true);
  });

  it('of restoring brings the older text back', async () => {
    const d = door();
    const draft = draftOf(d, edition({ body: 'new' }));
    draft.change({ body: 'newer' });
    expect(await draft.restore('r1')).toBe(true);
    expect(d.save).toHaveBeenCalledTimes(1);
    expect(draft.text.body).toBe('older');
    expect(draft.safety).toBe('saved');
  });
});

it('says which revisions the words stand on, and not what came in meanwhile', async () => {
  const d = door();
  const slow = later<Edition>();
  d.save.mockImplementationOnce(() => slow.promise);
  const draft = draftOf(d);
  draft.change({ body: 'a' });
  const saving = draft.save();
  await pass(0);
  draft.change({ body: 'ab' });
  slow.resolve(edition({ body: 'a, and theirs' }, { heads: ['r2', 'theirs'], made: 'r2' }));
  await saving;
  await draft.save();
  expect(d.save.mock.lastCall?.slice(1)).toEqual([['r2'], expect.objectContaining({ body: 'ab' })]);
});

describe('what the writing surface has not reported yet', () => {
  it('is part of what settles a conflict', async () => {
    const d = door();
    const draft = draftOf(d, edition({ body: 'two texts' }, { unclear: ['body'] }));
    draft.gather = () => draft.change({ body: 'one text' });
    await draft.resolve();
    expect(d.resolve).toHaveBeenCalledExactlyOnceWith(
      's.fa',
      ['r1'],
      expect.objectContaining({ body: 'one text' }),
    );
    expect(draft.text.body).toBe('one text');
  });

  it('is not replaced by what comes in from elsewhere', async () => {
    const d = door();
    const draft = draftOf(d, edition({ body: 'here' }));
    const answer = later<Edition>();
    d.edition.mockReturnValueOnce(answer.promise);
    d.tell('edition:changed', { id: 's.fa', story: 's' });
    draft.gather = () => draft.change({ body: 'here and now' });
    answer.resolve(edition({ body: 'elsewhere' }, { heads: ['r2'] }));
    await pass(0);
    expect(draft.text.body).toBe('here and now');
  });
});
