import { expect, test } from 'vitest';
import { makeFake } from '$lib/backend/fake';
import { SessionState } from '$lib/state/session.svelte';
import { Start } from './Start.svelte';

async function open() {
  const backend = makeFake({ state: 'first', language: 'en' });
  const session = new SessionState(backend);
  await session.load();
  return { backend, session, start: new Start(session) };
}

test('a new newsroom wants a name', async () => {
  const { session, start } = await open();
  start.name = '  ';
  expect(await start.begin(false)).toBe(false);
  expect(start.nameMissing).toBe(true);
  expect(session.state).toBe('first');
});

test('the answers arrive', async () => {
  const { backend, session, start } = await open();
  await start.choose('fa');
  start.name = ' پروین ';
  expect(await start.begin(false)).toBe(true);
  expect(session.state).toBe('open');
  expect(session.member.name).toBe('پروین');
  expect(backend.data.session.preferences.language).toBe('fa');
  expect(session.current.newsroom).not.toBe('');
});

test('the sample can be looked at without a name', async () => {
  const { session, start } = await open();
  expect(await start.begin(true)).toBe(true);
  expect(session.current.sample).toBe(true);
  expect(session.member.name).not.toBe('');
});

test('a failure leaves the questions as they were', async () => {
  const { backend, session, start } = await open();
  backend.begin = () => Promise.reject(new Error('no'));
  start.name = 'Parwin';
  await expect(start.begin(false)).rejects.toThrow();
  expect(start.busy).toBe('');
  expect(session.state).toBe('first');
});
