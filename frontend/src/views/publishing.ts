import { Publishing } from '$features/publish/Publishing.svelte';
import type { Backend } from '$lib/backend/backend';
import type { App } from '$lib/state/app';

const held = new WeakMap<Backend, Publishing>();

/** The publishing of this newsroom: it goes on while one looks elsewhere. */
export function publishingOf(backend: Backend): Publishing {
  const publishing = held.get(backend) ?? new Publishing(backend);
  held.set(backend, publishing);
  return publishing;
}

/**
 * Leads to where the site is published, and begins where there is no choice to make:
 * with one destination that is there.
 */
export async function publishSite(app: App): Promise<void> {
  const publishing = publishingOf(app.backend);
  app.route.go('publish');
  await publishing.load();
  const [only, ...others] = publishing.destinations;
  if (only && others.length === 0 && !only.missing) await publishing.publish(only.id);
}
