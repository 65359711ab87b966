import { expect, it } from 'vitest';
import type { Lang } from '$lib/backend/types';
import { lookupOf, partsOf, wordsOf } from './words';

const texts = (lang: Lang, text: string) => wordsOf(lang, text).map((word) => word.text);

it.each<[Lang, string, string[]]>([
  ['en', 'The two-year plan, don’t ask.', ['The', 'two', 'year', 'plan', 'don’t', 'ask']],
  ['fr', 'L’école d’Hérat', ['L’école', 'd’Hérat']],
  ['ru', 'Слово, ещё слово', ['Слово', 'ещё', 'слово']],
  ['tg', 'ғӯр ва ҷӯй', ['ғӯр', 'ва', 'ҷӯй']],
  ['fa', 'کتاب‌ها می‌روند.', ['کتاب‌ها', 'می‌روند']],
  ['ps', 'ښځې څنګه ځي', ['ښځې', 'څنګه', 'ځي']],
  ['ar', 'كِتَابٌ، وَقَلَم؟', ['كِتَابٌ', 'وَقَلَم']],
])('%s: words are whole, with joiners, apostrophes and marks', (lang, text, words) => {
  expect(texts(lang, text)).toEqual(words);
});

it.each<[Lang, string]>([
  ['en', 'UN 2025 G20 H2O x a'],
  ['en', '`govenment` https://exmaple.org/pgae www.exmaple.org ab@exmaple.org @smebody #tpoic'],
  ['en', 'e.g. U.S.A. v2.0 snake_case &nbsp;'],
  ['ru', 'Kabul کابل ООН'],
  ['fa', 'Kabul Кабул'],
])('%s: %s is not spelt', (lang, text) => {
  expect(texts(lang, text)).toEqual([]);
});

it('an address in a link is none of the words, and places are those of the text', () => {
  const text = '[wrods](https://example.org/pgae) 😀 heer';
  expect(wordsOf('en', text)).toEqual([
    { start: 1, end: 6, text: 'wrods' },
    { start: text.indexOf('heer'), end: text.length, text: 'heer' },
  ]);
});

it('looks words up without what writers may leave out, and never without letters', () => {
  expect(lookupOf('fa', 'مُحَمَّد')).toBe('محمد');
  expect(lookupOf('ar', 'كـتـاب')).toBe('كتاب');
  expect(lookupOf('fa', 'می‌روند')).toBe('می‌روند');
  expect(lookupOf('ps', 'ښځې')).toBe('ښځې');
  expect(lookupOf('tg', 'ғӯр')).toBe('ғӯр');
  expect(lookupOf('en', 'don’t')).toBe("don't");
  expect(partsOf('نگران‌اند')).toEqual(['نگران', 'اند']);
  expect(partsOf('word')).toEqual([]);
});
