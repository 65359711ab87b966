import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BackendError } from '$lib/backend/errors';
import { i18n } from '$lib/i18n';
import { Toasts } from './toasts.svelte';

beforeEach(async () => {
  await i18n.set('en');
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

const full = new BackendError({ code: 'storage', message: 'storage.full', params: { path: '/data' } });

test('good news goes by itself, bad news stays until it is dismissed', () => {
  const toasts = new Toasts();
  toasts.say(() => 'Saved');
  toasts.fail(full);
  vi.runAllTimers();
  expect(toasts.list.map((toast) => toast.tone)).toEqual(['bad']);
  toasts.dismiss(toasts.list[0]?.id ?? 0);
  expect(toasts.list).toEqual([]);
});

test('a message stays while somebody is at it, and goes after that', () => {
  const toasts = new Toasts();
  const id = toasts.say(() => 'Published', { label: () => 'Publish the site', run: () => {} });
  toasts.hold(id);
  vi.runAllTimers();
  expect(toasts.list).toHaveLength(1);
  toasts.release(id);
  vi.runAllTimers();
  expect(toasts.list).toEqual([]);
});

test('what is shown changes its language with the interface', async () => {
  const toasts = new Toasts();
  toasts.say(() => i18n.t('shell.saved'), { label: () => i18n.t('shell.close'), run: () => {} });
  toasts.fail(full);
  const english = toasts.list;
  await i18n.set('de');
  const german = toasts.list;
  expect(german.map((toast) => toast.id)).toEqual(english.map((toast) => toast.id));
  expect(german[0]).toMatchObject({ title: 'Gespeichert', action: { label: 'Schließen' } });
  expect(german[1]?.title).not.toBe(english[1]?.title);
  expect(german[1]?.hint).not.toBe(english[1]?.hint);
});

test('the same message stands there once', () => {
  const toasts = new Toasts();
  toasts.fail(full);
  toasts.fail(full);
  expect(toasts.list).toHaveLength(1);
});

test('what the user stopped is no failure', () => {
  const toasts = new Toasts();
  toasts.fail(new BackendError({ code: 'cancelled', message: 'cancelled', params: {} }));
  expect(toasts.list).toEqual([]);
});

test('guard gives the value, or explains and gives nothing', async () => {
  const toasts = new Toasts();
  expect(await toasts.guard(() => Promise.resolve(3))).toBe(3);
  expect(await toasts.guard(() => Promise.reject(full))).toBeUndefined();
  expect(toasts.list[0]?.title).not.toBe('');
});

test('never more than four', () => {
  const toasts = new Toasts();
  for (const word of ['a', 'b', 'c', 'd', 'e']) toasts.say(() => word);
  expect(toasts.list.map((toast) => toast.title)).toEqual(['b', 'c', 'd', 'e']);
});
