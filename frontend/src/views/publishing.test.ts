import { expect, test, vi } from 'vitest';
import type { Backend } from '$lib/backend/backend';
import type { Destination } from '$lib/backend/types';
import type { App } from '$lib/state/app';
import { publishingOf, publishSite } from './publishing';

function place(id: string, missing = false): Destination {
  return { id, kind: 'folder', name: id, path: `/${id}`, published: '', failed: 0, missing };
}

function newsroom(destinations: Destination[]) {
  const publishSiteTo = vi.fn(async () => ({ pages: [] }));
  const backend = {
    on: () => () => undefined,
    destinations: async () => destinations,
    publishSite: publishSiteTo,
  };
  const go = vi.fn();
  return { app: { backend, route: { go } } as unknown as App, go, publishSiteTo };
}

test.each([
  ['none, to add one', [], 0],
  ['one, and begins there', [place('stick')], 1],
  ['one that is not plugged in, without trying', [place('stick', true)], 0],
  ['several, to choose', [place('stick'), place('web')], 0],
] as const)('leads to the destinations: %s', async (_what, destinations, begun) => {
  const { app, go, publishSiteTo } = newsroom([...destinations]);
  await publishSite(app);
  expect(go).toHaveBeenCalledWith('publish');
  expect(publishSiteTo).toHaveBeenCalledTimes(begun);
});

test('a newsroom has one publishing, wherever one looks from', () => {
  const { app } = newsroom([]);
  const backend: Backend = app.backend;
  expect(publishingOf(backend)).toBe(publishingOf(backend));
});
