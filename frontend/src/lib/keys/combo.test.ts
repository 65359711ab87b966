import { describe, expect, test } from 'vitest';
import { keyNames, matches, parseCombo } from './combo';

function press(key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  return new KeyboardEvent('keydown', { key, ...init });
}

describe('parseCombo', () => {
  test('reads what is held and what is pressed', () => {
    expect(parseCombo('Mod+Shift+K')).toEqual({ mod: true, shift: true, alt: false, key: 'k' });
    expect(parseCombo('?')).toEqual({ mod: false, shift: false, alt: false, key: '?' });
  });

  test.each(['Strg+K', 'Mod+'])('refuses %s', (text) => {
    expect(() => parseCombo(text)).toThrow();
  });
});

describe('matches', () => {
  test('a letter, whatever layout is switched on', () => {
    const combo = parseCombo('Mod+K');
    expect(matches(combo, press('k', { code: 'KeyK', ctrlKey: true }))).toBe(true);
    expect(matches(combo, press('ن', { code: 'KeyK', ctrlKey: true }))).toBe(true);
    expect(matches(combo, press('л', { code: 'KeyK', ctrlKey: true }))).toBe(true);
  });

  test('not with more or fewer keys held', () => {
    const combo = parseCombo('Mod+K');
    expect(matches(combo, press('k', { code: 'KeyK' }))).toBe(false);
    expect(matches(combo, press('K', { code: 'KeyK', ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(matches(combo, press('k', { code: 'KeyK', ctrlKey: true, altKey: true }))).toBe(false);
  });

  test('a sign, with Shift or without: layouts differ', () => {
    expect(matches(parseCombo('?'), press('?', { code: 'Slash', shiftKey: true }))).toBe(true);
    expect(matches(parseCombo('Mod+/'), press('/', { code: 'Digit7', shiftKey: true, ctrlKey: true }))).toBe(
      true,
    );
    expect(
      matches(parseCombo('Mod+Shift+.'), press('>', { code: 'Period', shiftKey: true, ctrlKey: true })),
    ).toBe(true);
  });
});

test('keyNames writes the keys as they stand on the board', () => {
  expect(keyNames('Mod+Shift+K')).toEqual(['Ctrl', 'Shift', 'K']);
  expect(keyNames('Alt+ArrowUp')).toEqual(['Alt', '↑']);
});
