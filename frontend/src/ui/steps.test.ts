import { describe, expect, it } from 'vitest';
import { step } from './steps';

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});
const cell = (value: string, at: number, dir = 'ltr', end = at) => ({
  value,
  selectionStart: at,
  selectionEnd: end,
  dir,
});

describe('a key in a cell', () => {
  it.each([
    ['Enter goes down', press('Enter'), cell('abc', 1), false, { row: 1, column: 0 }],
    [
      'Shift Enter goes up',
      press('Enter', { shiftKey: true }),
      cell('abc', 1),
      false,
      { row: -1, column: 0 },
    ],
    ['down goes down', press('ArrowDown'), cell('abc', 1), false, { row: 1, column: 0 }],
    ['right stays inside the text', press('ArrowRight'), cell('abc', 1), false, null],
    ['right at the end goes on', press('ArrowRight'), cell('abc', 3), false, { row: 0, column: 1 }],
    ['left at the beginning goes back', press('ArrowLeft'), cell('abc', 0), false, { row: 0, column: -1 }],
    [
      'right in a mirrored table goes back',
      press('ArrowRight'),
      cell('abc', 3),
      true,
      { row: 0, column: -1 },
    ],
    [
      'left at the end of Persian goes on in a mirrored table',
      press('ArrowLeft'),
      cell('خبر', 3, 'rtl'),
      true,
      { row: 0, column: 1 },
    ],
    ['left at the beginning of Persian stays', press('ArrowLeft'), cell('خبر', 0, 'rtl'), true, null],
    ['a selection keeps the arrow', press('ArrowRight'), cell('abc', 0, 'ltr', 3), false, null],
    ['Control keeps its meaning', press('ArrowRight', { ctrlKey: true }), cell('abc', 3), false, null],
    ['a letter is a letter', press('x'), cell('abc', 3), false, null],
  ])('%s', (_, event, input, rtl, expected) => {
    expect(step(event, input, rtl)).toEqual(expected);
  });
});
