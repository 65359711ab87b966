import { beforeAll, describe, expect, test } from 'vitest';
import { i18n } from '$lib/i18n';
import { BackendError, explain, explainPart } from './errors';

beforeAll(() => i18n.set('en'));

const wire = { code: 'conflict', message: 'slug.taken', params: { slug: 'kabul' } };

describe('BackendError.from', () => {
  test('reads what Wails makes of an error of Go', () => {
    const error = BackendError.from(new Error(JSON.stringify(wire)));
    expect(error).toMatchObject({ code: 'conflict', key: 'slug.taken', params: { slug: 'kabul' } });
  });

  test('reads the plain text too, as older runtimes reject with it', () => {
    expect(BackendError.from(JSON.stringify(wire)).key).toBe('slug.taken');
  });

  test('leaves one of its own alone', () => {
    const error = new BackendError(wire);
    expect(BackendError.from(error)).toBe(error);
  });

  test.each([
    ['a fault of the window', new TypeError('x is undefined')],
    ['JSON that is no error', new Error('{"a":1}')],
    ['JSON that is no object', '12'],
    ['nothing', undefined],
  ])('takes %s as internal', (_, thrown) => {
    expect(BackendError.from(thrown)).toMatchObject({ code: 'internal', key: 'internal' });
  });

  test('takes a code that it does not know as internal, and keeps the sentence', () => {
    const error = BackendError.from(new Error(JSON.stringify({ ...wire, code: 'new' })));
    expect(error).toMatchObject({ code: 'internal', key: 'slug.taken' });
  });
});

describe('explain', () => {
  test('says what is so, with its parameters', () => {
    expect(explain(new BackendError(wire)).title).toContain('kabul');
  });

  test('always says something', () => {
    const words = explain(new BackendError({ code: 'storage', message: 'no.such.entry', params: {} }));
    expect(words.title).not.toBe('');
    expect(words.title).not.toContain('no.such.entry');
    expect(words.hint).not.toBe('');
  });

  test('gives no advice of the whole for a part', () => {
    const part = new BackendError({
      code: 'conflict',
      message: 'interchange.changed',
      params: { unit: 'b1' },
    });
    expect(explain(part).hint).not.toBe('');
    expect(explainPart(part)).toEqual({ title: explain(part).title, hint: '' });
  });

  test('names all languages that something is in', () => {
    const params = { languages: 'en fa ru' };
    const { title } = explain(new BackendError({ code: 'conflict', message: 'story.stillLive', params }));
    expect(title.replaceAll(/[\u2066-\u2069]/g, '')).toBe(
      'Readers still see this story in English, فارسی and Русский.',
    );
  });
});
