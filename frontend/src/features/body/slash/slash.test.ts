import { TextSelection } from '@milkdown/kit/prose/state';
import type { EditorView } from '@milkdown/kit/prose/view';
import { beforeEach, expect, test, vi } from 'vitest';
import { writing, type Writing } from '$features/body/testdata/writing';

const labels = { heading2: 'سرخط', table: 'جدول', quote: 'نقل قول' } as const;
let open: Writing;

beforeEach(async () => {
  const items = () => Object.entries(labels).map(([id, label]) => ({ id: id as keyof typeof labels, label }));
  open = await writing('a', { slashItems: items });
  const { tr } = open.view.state;
  tr.split(2);
  open.view.dispatch(tr.setSelection(TextSelection.atEnd(tr.doc)));
  vi.spyOn(open.view, 'coordsAtPos').mockReturnValue({ left: 1, right: 1, top: 2, bottom: 3 });
});

function type(view: EditorView, text: string): void {
  for (const letter of text) view.dispatch(view.state.tr.insertText(letter));
}

function press(key: string): boolean {
  return open.body.slash.open && open.body.slash.key(new KeyboardEvent('keydown', { key }));
}

test('opens at the start of a paragraph and filters by the label and by the name', () => {
  type(open.view, '/');
  expect(open.body.slash.items).toHaveLength(3);
  type(open.view, 'قول');
  expect(open.body.slash.items.map((i) => i.id)).toEqual(['quote']);
});

test('does not open within words', () => {
  type(open.view, 'x/');
  expect(open.body.slash.open).toBe(false);
});

test('is worked with the keyboard, and what was typed goes', () => {
  type(open.view, '/');
  expect(press('ArrowDown')).toBe(true);
  expect(press('ArrowUp')).toBe(true);
  expect(press('ArrowUp')).toBe(true);
  expect(open.body.slash.selected).toBe(2);
  press('Enter');
  type(open.view, 'x');
  expect(open.markdown()).toBe('a\n\n> x');
});

test('Escape closes it and leaves the slash; letters still type', () => {
  type(open.view, '/');
  press('Escape');
  expect(open.body.slash.open).toBe(false);
  type(open.view, 't');
  expect(open.body.slash.open).toBe(false);
  expect(open.markdown()).toBe('a\n\n/t');
});

test('nothing fits, nothing opens', () => {
  type(open.view, '/zzz');
  expect(open.body.slash.open).toBe(false);
  expect(press('Enter')).toBe(false);
});
