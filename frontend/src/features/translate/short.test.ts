// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { addressesOf, expand, leadOf, shorten } from './short';

const a = 'https://rasc.test/a?b=c';
const b = 'media/ab.jpg';

test('addresses are numbered as they come, each once', () => {
  expect(addressesOf(`[x](${a}) ![y](${b} "Z")`, `[w](${a})`)).toEqual([a, b]);
});

describe('a text with numbers for addresses', () => {
  const full = `پیش [رسید](${a})، ![پل](${b} "پل © RASC") پس`;
  const short = shorten(full, [a, b]);

  test('is short', () => {
    expect(short.text).toBe('پیش [رسید](1)، ![پل](2 "پل © RASC") پس');
  });

  test('becomes again what it was', () => {
    expect(expand(short.text, [a, b])).toBe(full);
  });

  test('has a place for every place', () => {
    for (const word of ['پیش', 'رسید', 'پل', 'RASC', 'پس']) {
      expect(short.fromFull(full.indexOf(word))).toBe(short.text.indexOf(word));
      expect(short.toFull(short.text.indexOf(word))).toBe(full.indexOf(word));
    }
    expect([short.fromFull(full.length), short.toFull(short.text.length)]).toEqual([
      short.text.length,
      full.length,
    ]);
    expect(short.fromFull(full.indexOf('rasc'))).toBe(short.text.indexOf('1') + 1);
  });
});

test.each([
  ['an address that nobody knows', '[x](https://other.test)'],
  ['a number that is an address', `[x](1) and [y](${a})`],
  ['an address with brackets', '[x](https://rasc.test/a_(b))'],
  ['code', '`](1`'],
])('%s stays', (_, text) => {
  const short = shorten(text, [a]);
  expect(expand(short.text, [])).toBe(short.text);
  expect(short.text).toBe(text);
});

test('a number without an address stays', () => {
  expect(expand('[x](7)', [a])).toBe('[x](7)');
});

describe('the marker of a heading', () => {
  const heading = [{ kind: 'heading', source: '### What next' }];

  test.each([
    ['', '### '],
    ['## بعد چه', '## '],
    ['بعد چه', ''],
  ])('of %j is %j', (target, lead) => {
    expect(leadOf(target, heading)).toBe(lead);
  });

  test('is that of nothing else', () => {
    expect(leadOf('## x', [{ kind: 'paragraph', source: 'x' }])).toBe('');
    expect(leadOf('## x', [...heading, ...heading])).toBe('');
  });

  test('is left out, and places go on', () => {
    const full = `## بعد [چه](${a})`;
    const short = shorten(full, [a], '## ');
    expect(short.text).toBe('بعد [چه](1)');
    expect([short.fromFull(0), short.fromFull(5), short.toFull(2)]).toEqual([0, 2, 5]);
    expect(short.toFull(short.text.length)).toBe(full.length);
  });
});
