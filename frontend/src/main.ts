import { mount } from 'svelte';
import '$styles/base.css';
import App from './App.svelte';
import type { Backend } from '$lib/backend/backend';

/** Go where there is one; in a browser, while developing, one that keeps everything in memory. */
async function chooseBackend(): Promise<Backend> {
  if (import.meta.env.DEV && !('go' in window)) {
    const { fakeFromAddress } = await import('$lib/backend/fake');
    return fakeFromAddress(location.search);
  }
  const { wails } = await import('$lib/backend/wails');
  return wails;
}

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
mount(App, { target, props: { backend: await chooseBackend() } });
