// @vitest-environment node
import { expect, test } from 'vitest';
import { readPage } from './guide';

test('a page becomes a tree: pictures, keys, tables, and no row of links to other pages', () => {
  const text = `<div dir="rtl">

# Keys

[The guide](../README.md) · next: [Desk](desk.md)

Press <kbd dir="ltr">Ctrl+K</kbd> **now**.

## Go there

![A picture](../pictures/en/a.png)

| Key | What |
|---|---|
| \`x\` | [there](desk.md#one) |

</div>`;
  const page = readPage(text, (path) => path);
  expect(page.title).toBe('Keys');
  expect(page.sections.map(({ id, text }) => [id, text])).toEqual([
    ['', 'Press Ctrl+K now.'],
    ['go-there', 'A picture\nKey What x there'],
  ]);
  expect(page.sections[1]?.nodes[0]).toEqual({
    is: 'p',
    nodes: [{ is: 'img', src: '../pictures/en/a.png', alt: 'A picture' }],
  });
});

test.each(['> quote', 'a <b>c</b>', '[x](https://example.org)'])('%s stops the build', (text) => {
  expect(() => readPage(text, (path) => path)).toThrow('the guide');
});
