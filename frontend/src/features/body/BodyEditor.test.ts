import { cleanup, render } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { i18n } from '$lib/i18n';
import BodyEditor from './BodyEditor.svelte';

// jsdom lays nothing out, so there is nothing to observe.
class ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
vi.stubGlobal('ResizeObserver', ResizeObserver);

afterEach(cleanup);

async function shown(props: Record<string, unknown> = {}) {
  await i18n.set('en');
  const onchange = vi.fn();
  const oncount = vi.fn();
  const result = render(BodyEditor, {
    value: '## سرخط\n\nمی\u200cروم',
    lang: 'fa',
    dir: 'rtl',
    onchange,
    oncount,
    ...props,
  });
  await vi.waitFor(() => expect(result.container.querySelector('.ProseMirror')).not.toBeNull());
  return { ...result, onchange, oncount };
}

test('shows the text in the language and direction of the edition', async () => {
  const { container, oncount, onchange } = await shown();
  const text = container.querySelector('.ProseMirror');
  expect(text?.getAttribute('lang')).toBe('fa');
  expect(text?.getAttribute('dir')).toBe('rtl');
  expect(text?.getAttribute('role')).toBe('textbox');
  expect(container.querySelector('h2')?.textContent).toBe('سرخط');
  expect(oncount).toHaveBeenLastCalledWith(2);
  expect(onchange).not.toHaveBeenCalled();
});

test('the toolbar is one stop of the Tab key and says what is pressed', async () => {
  const { container } = await shown();
  const toolbar = container.querySelector('[role=toolbar]');
  const buttons = [...(toolbar?.querySelectorAll('button') ?? [])].filter((b) => !b.closest('[popover]'));
  expect(buttons.filter((b) => b.tabIndex === 0)).toHaveLength(1);
  expect(buttons.every((b) => b.getAttribute('aria-label') || b.textContent.trim())).toBe(true);
  expect(toolbar?.querySelector('[data-act=bold]')?.getAttribute('aria-pressed')).toBe('false');
});

test('every label is in the catalogue', async () => {
  const { container } = await shown({ choosePicture: async () => null, oninvisibles: () => undefined });
  expect(container.innerHTML).not.toMatch(/editor\.[a-z]/i);
});

test('to be read only, it has no toolbar', async () => {
  const { container } = await shown({ readonly: true });
  expect(container.querySelector('[role=toolbar]')).toBeNull();
  expect(container.querySelector('.ProseMirror')?.getAttribute('contenteditable')).toBe('false');
});
