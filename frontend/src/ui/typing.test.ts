// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { enter, makeLink, toggleMarker, typed, type Selected } from './typing';

/** "a [b] c": a text with its selection in brackets; "|" is a caret. */
function read(text: string): Selected {
  if (text.includes('|')) {
    const start = text.indexOf('|');
    return { text: text.replace('|', ''), start, end: start };
  }
  const start = text.indexOf('⟦');
  return { text: text.replace(/[⟦⟧]/g, ''), start, end: text.indexOf('⟧') - 1 };
}

function write({ text, start, end }: Selected): string {
  if (start === end) return `${text.slice(0, start)}|${text.slice(start)}`;
  return `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`;
}

test('typing takes the place of what is selected', () => {
  expect(write(typed(read('a ⟦b⟧ c'), '\u200c'))).toBe('a \u200c| c');
});

describe('markers', () => {
  test.each([
    ['a ⟦b⟧ c', '**', 'a **⟦b⟧** c'],
    ['a **⟦b⟧** c', '**', 'a ⟦b⟧ c'],
    ['a **⟦b⟧** c', '*', 'a ***⟦b⟧*** c'],
    ['a ***⟦b⟧*** c', '*', 'a **⟦b⟧** c'],
    ['a⟦ b ⟧c', '*', 'a *⟦b⟧* c'],
    ['a | c', '**', 'a **|** c'],
    ['⟦کابل⟧ شهر', '**', '**⟦کابل⟧** شهر'],
  ])('%s with %s is %s', (before, marker, after) => {
    expect(write(toggleMarker(read(before), marker))).toBe(after);
  });
});

test('a link waits for its address, or for its words', () => {
  expect(write(makeLink(read('a ⟦b⟧ c')))).toBe('a [b](|) c');
  expect(write(makeLink(read('a ⟦b⟧ c'), 'https://rasc.test'))).toBe('a [b](⟦https://rasc.test⟧) c');
  expect(write(makeLink(read('a | c'), 'https://rasc.test'))).toBe('a [|](https://rasc.test) c');
});

describe('Enter', () => {
  test.each([
    ['words|', 'words\n\n|'],
    ['- one|', '- one\n- |'],
    ['- one\n- |', '- one\n\n|'],
    ['9. nine|', '9. nine\n10. |'],
    ['- [x] done|', '- [x] done\n- [ ] |'],
  ])('after %j gives %j', (before, after) => {
    expect(write(enter(read(before)))).toBe(after);
  });
});
