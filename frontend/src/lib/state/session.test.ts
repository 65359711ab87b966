import { beforeEach, describe, expect, test } from 'vitest';
import { BackendError } from '$lib/backend/errors';
import { makeFake } from '$lib/backend/fake';
import { i18n } from '$lib/i18n';
import { SessionState } from './session.svelte';

const root = document.documentElement;

beforeEach(() => {
  delete root.dataset.theme;
  root.removeAttribute('style');
});

describe('load', () => {
  test('applies the preferences', async () => {
    const session = new SessionState(makeFake({ language: 'fa', theme: 'dark' }));
    expect(session.state).toBe('loading');
    await session.load();
    expect(session.state).toBe('open');
    expect(i18n.language).toBe('fa');
    expect([root.lang, root.dir, root.dataset.theme]).toEqual(['fa', 'rtl', 'dark']);
  });

  test('says so when it is read too early', () => {
    const session = new SessionState(makeFake());
    expect(() => session.current).toThrow('load()');
  });
});

describe('prefer', () => {
  test('switches language and direction without a restart, and writes it down', async () => {
    const backend = makeFake();
    const session = new SessionState(backend);
    await session.load();
    await session.prefer({ language: 'ps', textSize: 130, calendar: 'persian-iranian' });
    expect([root.lang, root.dir]).toEqual(['ps', 'rtl']);
    expect(root.style.getPropertyValue('--text-scale')).toBe('1.3');
    expect(i18n.calendar).toBe('persian-iranian');
    expect(backend.data.session.preferences.language).toBe('ps');
  });

  test('takes it back where it could not be written', async () => {
    const backend = makeFake({ theme: 'light' });
    const session = new SessionState(backend);
    await session.load();
    backend.changePreferences = () =>
      Promise.reject(new BackendError({ code: 'storage', message: 'storage.full', params: {} }));
    await expect(session.prefer({ theme: 'dark' })).rejects.toBeInstanceOf(BackendError);
    expect(session.preferences.theme).toBe('light');
    expect(root.dataset.theme).toBe('light');
  });

  test('on the first start only shows it: there is nowhere to write yet', async () => {
    const backend = makeFake({ state: 'first' });
    const session = new SessionState(backend);
    await session.load();
    await session.prefer({ language: 'tg' });
    expect(i18n.language).toBe('tg');
    expect(backend.data.session.preferences.language).toBe('en');
  });
});

describe('roles', () => {
  test('are those of the member', async () => {
    const session = new SessionState(makeFake());
    await session.load();
    await session.changeMember('Parwin', ['reporter', 'administrator'], ['fa']);
    expect(session.can('administrator')).toBe(true);
    expect(session.can('editor')).toBe(false);
  });
});
