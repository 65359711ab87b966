import { expect, test } from 'vitest';
import { writing } from '$features/body/testdata/writing';

const directions = (dom: Element) => [...dom.children].map((block) => block.getAttribute('dir'));

test("blocks find their direction, those without a letter take the edition's, nested ones have none", async () => {
  const { view } = await writing('متن\n\nText\n\n- یک\n- two\n\n> نقل\n\n۱۲۳');
  expect(directions(view.dom)).toEqual(['auto', 'auto', 'auto', 'auto', 'rtl']);
  expect(view.dom.querySelectorAll('li[dir], blockquote p[dir]')).toHaveLength(0);
  view.dispatch(view.state.tr.insertText('الف', view.state.doc.content.size - 1));
  expect(directions(view.dom).at(-1)).toBe('auto');
});

test('direction follows every edit as if all were decorated again', async () => {
  const { body, view } = await writing('a\n\n1\n\nب');
  view.dispatch(view.state.tr.split(2));
  view.dispatch(view.state.tr.insertText('x', 4));
  view.dispatch(view.state.tr.join(6));
  view.dispatch(view.state.tr.delete(0, 3));
  const patched = directions(view.dom);
  body.redraw();
  expect(directions(view.dom)).toEqual(patched);
});

test('figures in a row are a gallery, and no longer when one goes', async () => {
  const { view } = await writing('![](media/1.jpg)\n\n![](media/2.jpg)\n\nx');
  expect(view.dom.querySelectorAll('.in-gallery')).toHaveLength(2);
  view.dispatch(view.state.tr.delete(0, 1));
  expect(view.dom.querySelectorAll('.in-gallery')).toHaveLength(0);
});

test('invisible characters are shown without changing the text', async () => {
  let shown = true;
  const { body, view, changes } = await writing('می\u200cروم **10\u00a0km**\n\nx', {
    invisibles: () => shown,
  });
  const marks = () => [...view.dom.querySelectorAll('.invisible')].map((m) => m.getAttribute('data-name'));
  expect(marks()).toEqual(['ZWNJ', 'NBSP']);
  view.dispatch(view.state.tr.insertText('\u200f', 1));
  expect(marks()).toEqual(['RLM', 'ZWNJ', 'NBSP']);
  shown = false;
  body.redraw();
  expect(marks()).toEqual([]);
  expect(view.state.doc.textContent).toBe('\u200fمی\u200cروم 10\u00a0kmx');
  expect(changes).toEqual([]);
});

test('an empty document shows a hint', async () => {
  const { view } = await writing('');
  expect(view.dom.querySelector('.placeholder')?.getAttribute('data-placeholder')).toBe('write');
  view.dispatch(view.state.tr.insertText('a', 1));
  expect(view.dom.querySelector('.placeholder')).toBeNull();
});

test('HTML is text and never live', async () => {
  const { view } = await writing(
    '<b onclick="x()">a</b>\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1))',
  );
  expect(view.dom.querySelector('script, b, [onclick]')).toBeNull();
  expect(view.dom.textContent).toContain('<script>');
  expect(view.dom.querySelector('a')?.getAttribute('href')).toBe('');
});

test('a picture from elsewhere is not loaded', async () => {
  const { view } = await writing('![a](https://example.org/a.jpg)\n\nx ![b](https://example.org/b.jpg)');
  expect(
    [...view.dom.querySelectorAll('img[src]')].filter((i) => !i.className.includes('separator')),
  ).toEqual([]);
});

test('a task is ticked with its box', async () => {
  const { view, markdown } = await writing('- [ ] a\n- [x] b');
  const boxes = view.dom.querySelectorAll<HTMLInputElement>('input[type=checkbox]');
  boxes[0]?.click();
  expect(markdown()).toBe('- [x] a\n- [x] b');
});

test.each(['rtl', 'ltr'] as const)(
  'Shift-Space types ZWNJ in a right-to-left edition only: %s',
  async (dir) => {
    const { view, behind } = await writing('می', { direction: () => dir });
    behind('می');
    const key = new KeyboardEvent('keydown', { key: ' ', code: 'Space', shiftKey: true });
    view.someProp('handleKeyDown', (handle) => handle(view, key));
    expect(view.state.doc.textContent).toBe(dir === 'rtl' ? 'می\u200c' : 'می');
  },
);

test('a shortcut works on a Persian board', async () => {
  const { view, select, markdown } = await writing('متن');
  select('متن');
  const key = new KeyboardEvent('keydown', { key: 'ذ', code: 'KeyB', ctrlKey: true });
  expect(view.someProp('handleKeyDown', (handle) => handle(view, key))).toBe(true);
  expect(markdown()).toBe('**متن**');
});
