// @vitest-environment node
// Text must be readable: WCAG 2.2 AA asks for 4.5 to 1, and for 3 to 1 where
// something is only seen (frames of inputs, the ring of the focus).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens/colour.css'), 'utf8');

type Theme = 'light' | 'dark';

function colour(name: string, theme: Theme): string {
  const value = new RegExp(`--color-${name}:\\s*([^;]+);`).exec(css)?.[1] ?? '';
  const both = /light-dark\((#\w+),\s*(#\w+)\)/.exec(value);
  const found = both ? both[theme === 'light' ? 1 : 2] : value;
  if (!found || !/^#[0-9a-f]{6}$/.test(found))
    throw new Error(`--color-${name} is no plain colour: ${value}`);
  return found;
}

/** Relative luminance as WCAG defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['paper', 'surface', 'raised', 'sunken', 'hover', 'selected'];
const texts = ['ink', 'ink-soft', 'ink-faint'];
const onWash = ['accent', 'saffron', 'good', 'bad', 'info'];

const readable: [text: string, ground: string][] = [
  ...grounds.flatMap((ground) => texts.map((text): [string, string] => [text, ground])),
  ...onWash.map((tone): [string, string] => [tone, `${tone}-wash`]),
  ...onWash.flatMap((tone) => grounds.map((ground): [string, string] => [tone, ground])),
  ['accent-strong', 'accent-wash'],
  ['accent-strong', 'selected'],
  ['on-accent', 'accent-fill'],
  ['on-accent', 'accent-fill-hover'],
  ['on-accent', 'bad-fill'],
  ['on-nav', 'nav'],
  ['on-nav', 'nav-selected'],
  ['on-nav-soft', 'nav'],
  ['on-nav-soft', 'nav-hover'],
  ['saffron-mark', 'nav'],
];

const seen: [sign: string, ground: string][] = [
  ['line-strong', 'paper'],
  ['line-strong', 'raised'],
  ['focus', 'paper'],
  ['focus', 'raised'],
];

describe.each<Theme>(['light', 'dark'])('%s', (theme) => {
  test.each(readable)('%s can be read on %s', (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(seen)('%s can be seen on %s', (sign, ground) => {
    expect(contrast(colour(sign, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});
