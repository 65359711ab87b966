import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import Split from './Split.svelte';

const words = createRawSnippet(() => ({ render: () => '<p></p>' }));
afterEach(cleanup);

function show() {
  const onresize = vi.fn();
  render(Split, {
    size: 30,
    min: 18,
    max: 60,
    usual: 28,
    label: 'Width',
    start: words,
    end: words,
    onresize,
  });
  return { bar: screen.getByRole('separator', { name: 'Width' }), onresize };
}

it('is moved with the keyboard, and says where it stands', async () => {
  const { bar, onresize } = show();
  expect(bar.getAttribute('aria-orientation')).toBe('vertical');
  expect(document.getElementById(bar.getAttribute('aria-controls') ?? '')).not.toBeNull();
  const stands = async (key: string, size: string) => {
    await fireEvent.keyDown(bar, { key });
    expect(bar.getAttribute('aria-valuenow')).toBe(size);
  };
  await stands('ArrowLeft', '31');
  await stands('ArrowRight', '30');
  await stands('End', '60');
  await stands('ArrowLeft', '60');
  await stands('Home', '18');
  await stands('Enter', '28');
  expect(onresize).toHaveBeenLastCalledWith(28);
});

it('gets its usual place by a double click', async () => {
  const { bar } = show();
  await fireEvent.dblClick(bar);
  expect(bar.getAttribute('aria-valuenow')).toBe('28');
});
