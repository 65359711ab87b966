import type { EditorView } from '@milkdown/kit/prose/view';
import { describe, expect, test } from 'vitest';
import type { Request } from '$features/body/Body.svelte';
import { linkAt, removeLink, setLink } from '$features/body/commands/marks';
import { writing } from '$features/body/testdata/writing';

/** What becomes of a text when words are selected and actions are asked for. */
async function after(markdown: string, words: string, ...requests: Request[]): Promise<string> {
  const open = await writing(markdown);
  open.select(words);
  for (const request of requests) open.body.run(request);
  return open.markdown();
}

function press(view: EditorView, key: string): void {
  const event = new KeyboardEvent('keydown', { key });
  view.someProp('handleKeyDown', (handle) => handle(view, event));
}

describe('marks', () => {
  test.each([
    ['bold', '**کتاب**‌ها'],
    ['italic', '*کتاب*‌ها'],
    ['strike', '~~کتاب~~‌ها'],
  ] as const)('%s leaves the ZWNJ beside it', async (request, expected) => {
    expect(await after('کتاب‌ها', 'کتاب', request)).toBe(expected);
  });

  test('bold on half a word beside a quotation mark survives', async () => {
    const text = await after('گفت«نقل»را', '«نقل»', 'bold');
    const again = await writing(text);
    expect(again.view.state.doc.textContent).toBe('گفت«نقل»را');
    expect(again.view.dom.querySelector('strong')?.textContent).toBe('«نقل»');
  });

  test('clear formatting keeps links', async () => {
    expect(await after('**a *b*** [c](https://x.org)', 'a b c', 'clear')).toBe('a b [c](https://x.org)');
  });

  test('clear formatting makes a heading a paragraph', async () => {
    expect(await after('## **Words**', 'Words', 'clear')).toBe('Words');
  });
});

describe('blocks', () => {
  test.each([
    ['heading2', '## سلام'],
    ['heading3', '### سلام'],
    ['quote', '> سلام'],
    ['bullets', '- سلام'],
    ['numbers', '1. سلام'],
    ['tasks', '- [ ] سلام'],
  ] as const)('%s, and back', async (request, expected) => {
    expect(await after('سلام', 'سلام', request)).toBe(expected);
    expect(await after('سلام', 'سلام', request, request)).toBe('سلام');
  });

  test('a list changes its kind', async () => {
    expect(await after('- a\n- b', 'b', 'numbers')).toBe('1. a\n2. b');
    expect(await after('1. a\n2. b', 'b', 'tasks')).toBe('- [ ] a\n- [ ] b');
    expect(await after('- [x] a\n- [ ] b', 'b', 'bullets')).toBe('- a\n- b');
  });

  test('two headings are selected in the toolbar as what they are', async () => {
    const { body, select } = await writing('## A\n\n**b**');
    select('A');
    expect([...body.active]).toContain('heading2');
    select('b');
    expect([...body.active]).toEqual(['paragraph', 'bold']);
  });

  test('a line goes below the block', async () => {
    expect(await after('a\n\nb', 'a', 'rule')).toBe('a\n\n---\n\nb');
  });
});

describe('tables', () => {
  test('a new table has no alignment', async () => {
    expect(await after('a', 'a', 'table')).toBe('a\n\n| | | |\n| - | - | - |\n| | | |\n| | | |');
  });

  const table = '| a | b |\n| - | - |\n| c | d |';
  test.each([
    ['rowAfter', 'c', '| a | b |\n| - | - |\n| c | d |\n| | |'],
    ['rowBefore', 'c', '| a | b |\n| - | - |\n| | |\n| c | d |'],
    ['rowBefore', 'a', '| a | b |\n| - | - |\n| | |\n| c | d |'],
    ['columnBefore', 'b', '| a | | b |\n| - | - | - |\n| c | | d |'],
    ['columnAfter', 'b', '| a | b | |\n| - | - | - |\n| c | d | |'],
    ['removeColumn', 'b', '| a |\n| - |\n| c |'],
    ['removeRow', 'a', table],
  ] as const)('%s at %s', async (request, words, expected) => {
    expect(await after(table, words, request)).toBe(expected);
  });

  test('with its last row or column it goes', async () => {
    expect(await after(`x\n\n${table}`, 'd', 'removeRow')).toBe('x');
    expect(await after(`x\n\n${table}`, 'd', 'removeTable')).toBe('x');
    expect(await after('x\n\n| a |\n| - |\n| c |', 'c', 'removeColumn')).toBe('x');
  });
});

describe('tables', () => {
  const table = '| a | b |\n| --- | --- |\n| c | d |';

  test('a column is aligned as a whole, and asked again, no more', async () => {
    const open = await writing(table);
    open.behind('d');
    open.body.run('alignEnd');
    expect(open.markdown()).toMatch(/\| -+ \| -+: \|/);
    expect(open.body.active.has('alignEnd')).toBe(true);
    open.body.run('alignEnd');
    expect(open.markdown()).toMatch(/\| -+ \| -+ \|/);
  });
});

describe('footnotes', () => {
  test('get the next free number and the caret', async () => {
    const open = await writing('a[^1] b\n\n[^1]: note');
    open.behind('b');
    expect(open.body.run('footnote')).toBe(true);
    open.view.dispatch(open.view.state.tr.insertText('یادداشت'));
    expect(open.markdown()).toBe('a[^1] b[^2]\n\n[^1]: note\n\n[^2]: یادداشت');
  });

  test.each([
    ['Backspace', 'a'],
    ['Delete', ''],
  ])('%s beside the reference takes its note too, and undo brings both back', async (key, words) => {
    const text = 'a[^1] b\n\n[^1]: note';
    const open = await writing(text);
    if (key === 'Backspace') open.behind(`${words}\ufffc`);
    else open.behind('a');
    press(open.view, key);
    expect(open.markdown()).toBe('a b');
    open.body.run('undo');
    expect(open.markdown()).toBe(text);
  });

  test('a note that two references lead to stays until the last is gone', async () => {
    const open = await writing('a[^1] b[^1]\n\n[^1]: note');
    open.behind('a');
    press(open.view, 'Delete');
    expect(open.markdown()).toBe('a b[^1]\n\n[^1]: note');
  });

  test('a note whose reference is gone in another way is marked', async () => {
    const open = await writing('a[^1] b\n\n[^1]: note');
    expect(open.view.dom.querySelector('.lonely')).toBeNull();
    open.select('a\ufffc b');
    open.view.dispatch(open.view.state.tr.deleteSelection());
    expect(open.view.dom.querySelector('.lonely')?.textContent).toContain('note');
  });

  test('do not stand in a footnote', async () => {
    const open = await writing('a[^1]\n\n[^1]: note');
    open.behind('note');
    expect(open.body.run('footnote')).toBe(false);
  });
});

describe('links', () => {
  test('are found at the caret, whole, with marks inside', async () => {
    const { view, behind } = await writing('see [the **bold** page](https://x.org) now');
    behind('the');
    expect(linkAt(view.state)).toMatchObject({ text: 'the bold page', href: 'https://x.org' });
    behind('now');
    expect(linkAt(view.state)).toMatchObject({ text: '', href: '' });
  });

  test('two links beside each other are two', async () => {
    const { view, behind } = await writing('[a](https://a.org)[b](https://b.org)');
    behind('a');
    expect(linkAt(view.state)).toMatchObject({ text: expect.stringMatching(/^[ab]$/) });
  });

  test('are set, changed and taken away', async () => {
    const open = await writing('see page');
    open.select('page');
    setLink(linkAt(open.view.state), 'page', 'https://x.org')(open.view.state, open.view.dispatch);
    expect(open.markdown()).toBe('see [page](https://x.org)');
    setLink(linkAt(open.view.state), 'the page', '/about.html')(open.view.state, open.view.dispatch);
    expect(open.markdown()).toBe('see [the page](/about.html)');
    removeLink(linkAt(open.view.state))(open.view.state, open.view.dispatch);
    expect(open.markdown()).toBe('see the page');
  });
});

test('ZWNJ and marks are typed where the caret stands', async () => {
  const open = await writing('**می**روم');
  open.behind('می');
  open.body.run('zwnj');
  expect(open.markdown()).toContain('می\u200c');
});
