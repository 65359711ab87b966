// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
import type { Edition, Piece, Text, Translation, TranslationRow } from '$lib/backend/types';
import type { Head } from './ground';
import { standing } from './row';
import { Rows } from './Rows.svelte';

const piece = (words: string): Piece => ({
  digest: `d:${words}`,
  kind: 'paragraph',
  source: words,
  text: words,
  html: '',
});

function given(sources: string[], target: string, more: Partial<TranslationRow> = {}): TranslationRow {
  const pieces = sources.map(piece);
  return {
    key: sources.join(),
    state: target ? 'fresh' : 'missing',
    sources: pieces,
    links: pieces.map(({ digest }) => digest),
    target,
    before: '',
    diff: [],
    tokens: [],
    ...more,
  };
}

function answer(rows: TranslationRow[]): Translation {
  const edition = { id: 's.fa', story: 's', lang: 'fa', text: {} } as Edition;
  return {
    edition,
    source: { ...edition, id: 's.en', lang: 'en' },
    from: 'en',
    froms: ['en'],
    heads: [],
    rows,
    guessed: false,
    stale: 0,
    missing: 0,
    mayMarkSame: true,
  };
}

/** Rows on a table without a screen, with what was written above them. */
function table(rows: TranslationRow[]) {
  const text = { headline: '', summary: '', byline: '', translator: '' } as Text;
  const changed = vi.fn();
  const held = new Rows(answer(rows), {
    head: (name: Head) => text[name],
    changeHead: (name, words) => (text[name] = words),
    changed,
  });
  const at = { start: 0 };
  const field = { focus: () => {}, selection: () => ({ start: at.start, end: at.start }), replace: () => {} };
  const work = (place: number, caret = 0) => {
    held.active = held.list[place]?.key ?? '';
    held.attach(held.active, field);
    at.start = caret;
  };
  return { rows: held, text, changed, work };
}

const type = (rows: Rows, place: number, words: string) =>
  rows.write(rows.list[place]?.key ?? '', words, { before: 0, after: words.length });
const shown = (rows: Rows) =>
  rows.list.map((row) => `${row.sources.map((s) => s.text).join('+')}=${row.target}`);
const some = () => [given(['one'], 'یک'), given(['two'], 'دو'), given(['three'], '')];

describe('what Go is told', () => {
  test('rows with words are done, what is stale goes on as it was', () => {
    const { rows } = table([...some(), given(['four'], 'چهار', { state: 'stale', links: ['d:old'] })]);
    type(rows, 2, 'سه');
    expect(rows.send().rows).toEqual([
      { sources: ['d:one'], links: ['d:one'], target: 'یک', done: true },
      { sources: ['d:two'], links: ['d:two'], target: 'دو', done: true },
      { sources: ['d:three'], links: ['d:three'], target: 'سه', done: true },
      { sources: ['d:four'], links: ['d:old'], target: 'چهار', done: false },
    ]);
    rows.finishChanged();
    expect(rows.send().rows[3]?.done).toBe(true);
  });

  test('a row without words is to be written, until somebody says that it needs none', () => {
    const { rows, work } = table(some());
    work(2);
    expect(rows.send().rows[2]).toMatchObject({ target: '', done: false });
    rows.finish();
    expect(rows.send().rows[2]).toMatchObject({ target: '', done: true });
    expect(rows.progress).toEqual({ total: 3, done: 3, changed: 0 });
    rows.reopen();
    expect(rows.send().rows[2]).toMatchObject({ target: '', done: false });
  });

  test('a picture that waits for its words is not done before somebody touched it or said so', () => {
    const { rows, work } = table([given(['![](a.jpg)'], '![](a.jpg)', { state: 'missing' })]);
    work(0);
    expect(rows.send().rows[0]?.done).toBe(false);
    rows.finishWritten();
    expect(rows.send().rows[0]?.done).toBe(true);
  });

  test('words that were taken away make a row missing', () => {
    const { rows } = table(some());
    type(rows, 0, ' ');
    expect(rows.list.map(standing)).toEqual(['missing', 'done', 'missing']);
    expect(rows.send().rows[0]?.done).toBe(false);
  });

  test('the body is the targets, in order', () => {
    const { rows, work } = table(some());
    work(1);
    rows.move(-1);
    expect(rows.body).toBe('دو\n\nیک');
  });
});

describe('the shape of the rows', () => {
  test('joining and splitting at the same place is nothing at all', () => {
    const { rows, work } = table(some());
    work(0);
    rows.join();
    expect(shown(rows)).toEqual(['one+two=یک دو', 'three=']);
    work(0, 3);
    rows.split();
    expect(shown(rows)).toEqual(['one=یک', 'two=دو', 'three=']);
  });

  test('one source block can have two counterparts', () => {
    const { rows, work } = table([given(['one'], 'یک. دو.')]);
    work(0, 3);
    rows.split();
    expect(shown(rows)).toEqual(['one=یک.\n\nدو.']);
  });

  test('blocks that are no paragraphs stay apart when rows are joined', () => {
    const { rows, work } = table([given(['one'], '## یک'), given(['two'], 'دو')]);
    work(0);
    rows.join();
    expect(shown(rows)).toEqual(['one+two=## یک\n\nدو']);
  });

  test('only what has no source can be deleted', () => {
    const { rows, work } = table([...some(), given([], 'تنها', { state: 'gone', before: 'old' })]);
    work(0);
    rows.drop();
    expect(rows.list).toHaveLength(4);
    work(3);
    rows.drop();
    expect(shown(rows)).toEqual(['one=یک', 'two=دو', 'three=']);
  });

  test('a row whose source is gone can stay', () => {
    const { rows, work } = table([given([], 'تنها', { state: 'gone', before: 'old', links: ['d:old'] })]);
    work(0);
    expect(rows.list.map(standing)[0]).toBe('gone');
    rows.finish();
    expect([rows.list.map(standing)[0], rows.send().rows[0]?.done]).toEqual(['extra', true]);
  });
});

describe('undo', () => {
  test('goes back through words and shapes in one line', () => {
    const { rows, text, work } = table(some());
    const start = shown(rows);
    rows.write('headline', 'خبر', { before: 0, after: 3 });
    type(rows, 0, 'یکم');
    work(0);
    rows.join();
    type(rows, 0, 'یکم دو!');
    const end = shown(rows);
    for (let i = 0; i < 4; i++) rows.undo();
    expect([shown(rows), text.headline]).toEqual([start, '']);
    for (let i = 0; i < 4; i++) rows.redo();
    expect([shown(rows), text.headline]).toEqual([end, 'خبر']);
  });

  test('letters typed without a pause are one step', () => {
    const { rows } = table(some());
    for (const words of ['س', 'سه', 'سه ']) type(rows, 2, words);
    rows.undo();
    expect(rows.list[2]?.target).toBe('');
  });

  test('never takes away what came from elsewhere', () => {
    const { rows } = table(some());
    type(rows, 0, 'یکم');
    rows.keptAs(rows.send());
    rows.take(answer([given(['one'], 'یکم از جای دیگر'), ...some().slice(1)]));
    rows.undo();
    expect(rows.list[0]?.target).toBe('یکم از جای دیگر');
  });

  test('survives an answer that changes nothing', () => {
    const { rows, work } = table(some());
    work(0);
    rows.join();
    const sent = rows.send();
    rows.take(answer([given(['one', 'two'], 'یک دو'), given(['three'], '')]), sent);
    rows.undo();
    expect(shown(rows)).toEqual(['one=یک', 'two=دو', 'three=']);
  });
});

describe('moving about', () => {
  test('to the next row that needs somebody, around the end', () => {
    const { rows, work } = table([given(['zero'], ''), ...some()]);
    work(1);
    rows.nextOpen();
    expect(rows.place).toBe(3);
    rows.nextOpen();
    expect(rows.place).toBe(0);
  });

  test('stops at both ends', () => {
    const { rows } = table(some());
    rows.active = 'headline';
    rows.step(-1);
    expect(rows.active).toBe('headline');
    rows.active = rows.list[2]?.key ?? '';
    rows.step(1);
    expect(rows.place).toBe(2);
  });
});

describe('heads', () => {
  const head = (name: 'headline' | 'summary', now: string, link = now) => ({
    ...{ name, now, link, stale: now !== link, before: now === link ? '' : 'Before', diff: [] },
  });
  const above = (...heads: Translation['heads']) => ({ ...answer([given(['One'], 'یک')]), heads });

  function heading() {
    const text = { headline: 'سرخط', summary: '', byline: '', translator: '' } as Text;
    const changed = vi.fn();
    const host = {
      head: (name: Head) => text[name],
      changeHead: (name: Head, words: string) => void (text[name] = words),
      changed,
    };
    return {
      held: new Rows(above(head('headline', 'h2', 'h1'), head('summary', 's1')), host),
      changed,
      text,
    };
  }

  test('one whose source changed is counted, found and done', () => {
    const { held, changed } = heading();
    expect(held.progress.changed).toBe(1);
    expect(held.nextOpen()).toBe(true);
    expect(held.active).toBe('headline');
    expect(held.send().heads).toEqual({});
    held.finishWritten();
    expect(changed).toHaveBeenCalledOnce();
    expect(held.progress.changed).toBe(0);
    expect(held.nextOpen()).toBe(false);
    expect(held.send().heads).toEqual({ headline: 'h2' });
  });

  test('one that is fresh is sent once it has words, for what the screen showed', () => {
    const { held, text } = heading();
    text.summary = 'خلاصه';
    expect(held.send().heads).toEqual({ summary: 's1' });
  });

  test('what was done stays done until the source says something else', () => {
    const { held } = heading();
    held.finishChanged();
    held.take(above(head('headline', 'h2', 'h1')));
    expect(held.heads.changed).toBe(0);
    held.take(above(head('headline', 'h3', 'h1')));
    expect(held.heads.changed).toBe(1);
    held.take(above(head('headline', 'h3')));
    expect(held.heads.changed).toBe(0);
  });
});
