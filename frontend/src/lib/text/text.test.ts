import { describe, expect, it, test } from 'vitest';
import type { Lang } from '$lib/backend/types';
import { comparator, countWords, digits, number, readingMinutes } from '$lib/text';
import numbers from '$testdata/numbers.json';
import orders from '$testdata/order.json';

test('numbers are those of Go', () => {
  for (const { lang, n, text } of numbers) expect(number(lang as Lang, n), `${lang} ${n}`).toBe(text);
});

test('fractions have the separator of the language', () => {
  expect(number('en', 1.5)).toBe('1.5');
  expect(number('fr', 0.255)).toBe('0,26');
  expect(number('fa', 12345.25)).toBe('۱۲٬۳۴۵٫۲۵');
});

test('digits of all sets become those of the language', () => {
  expect(digits('fa', 'سال 2025 و ٤٥٦')).toBe('سال ۲۰۲۵ و ۴۵۶');
  expect(digits('tg', '۱۴۰۴')).toBe('1404');
});

describe('words', () => {
  it.each([
    ['', 0],
    [' — … ', 0],
    ['One two, three.', 3],
    ["L’eau n'est pas là", 4],
    ['می‌روم به خانه', 3],
    ['کتاب‌ها و آن‌ها', 3],
    ['النَّصُّ العَرَبِيُّ', 2],
    ['د پښتو ښکلې ژبه', 4],
    ['Ӯ ба Тоҷикистон меравад', 4],
    ['در سال ۱۴۰۴، 21 آوریل', 5],
    ["'quoted' words", 2],
    ['well-known - 12,345.6 x', 3],
    ['a..b a\u200c-b', 4],
  ])('%j has %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });

  it('take a minute at least, and longer in Persian than in English', () => {
    expect(readingMinutes(0, 'en')).toBe(0);
    expect(readingMinutes(10, 'en')).toBe(1);
    expect(readingMinutes(1380, 'fa')).toBe(10);
    expect(readingMinutes(1380, 'en')).toBe(6);
  });
});

describe('order', () => {
  it.each(orders.map(({ lang, words }) => [lang, words] as const))('of %s is that of Go', (lang, words) => {
    expect([...words].reverse().sort(comparator(lang as Lang))).toEqual(words);
  });

  it('puts a word before the longer ones that begin with it, and figures first', () => {
    expect(['ғамгин', '7 рӯз', 'ғам', 'x', 'гап'].sort(comparator('tg'))).toEqual([
      '7 рӯз',
      'гап',
      'ғам',
      'ғамгин',
      'x',
    ]);
  });
});
