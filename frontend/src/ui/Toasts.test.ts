import { cleanup, render } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import Toasts from './Toasts.svelte';

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal('DOMRect', class {});
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('holds a message while the pointer or the focus is at it', async () => {
  const onhold = vi.fn();
  const onrelease = vi.fn();
  const toasts = [{ id: 7, tone: 'good' as const, title: 'Live' }];
  render(Toasts, { props: { toasts, label: '', dismissLabel: '', ondismiss: vi.fn(), onhold, onrelease } });
  await tick();
  const toast = document.querySelector('[data-toast]');
  if (!toast) throw new Error('no message');
  toast.getBoundingClientRect = () => ({ left: 10, right: 90, top: 10, bottom: 40 }) as DOMRect;
  const move = (x: number, y: number) =>
    window.dispatchEvent(new MouseEvent('pointermove', { clientX: x, clientY: y }));
  move(50, 20);
  move(60, 20);
  expect([onhold.mock.calls, onrelease.mock.calls]).toEqual([[[7]], []]);
  move(50, 60);
  expect(onrelease.mock.calls).toEqual([[7]]);
  const button = toast.querySelector('button');
  button?.focus();
  button?.blur();
  expect([onhold.mock.calls.length, onrelease.mock.calls.length]).toEqual([2, 2]);
});
