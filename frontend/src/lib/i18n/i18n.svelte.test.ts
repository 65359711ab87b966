import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it, test } from 'vitest';
import type { Lang } from '$lib/backend/types';
import { direction, formatList, formatNumber, I18n, i18n, languages, nativeName, t } from '$lib/i18n';
import fills from '$testdata/fills.json';
import plurals from '$testdata/plural.json';
import { plural } from './plural';
import { fill, translate } from './translate';

beforeEach(() => i18n.set('en'));

test('plural forms are those of Go', () => {
  for (const { lang, forms } of plurals) {
    for (const [n, form] of forms.entries()) {
      expect(plural(lang as Lang, n), `${lang} ${n}`).toBe(form);
      expect(plural(lang as Lang, -n)).toBe(form);
    }
  }
});

test('parameters are put in as Go does', () => {
  for (const { lang, text, params, want } of fills) expect(fill(lang as Lang, text, params)).toBe(want);
});

describe('translate', () => {
  const messages = {
    words: {
      one: '{{.count}} слово',
      few: '{{.count}} слова',
      many: '{{.count}} слов',
      other: '{{.count}} слова',
    },
    plain: 'текст',
  };

  it('takes the form that goes with the number', () => {
    expect([1, 3, 11, 21, 1.5].map((count) => translate('ru', messages, 'words', { count }))).toEqual([
      '1 слово',
      '3 слова',
      '11 слов',
      '21 слово',
      '1,5 слова',
    ]);
  });

  it('shows the key where there is no text', () => {
    expect(translate('ru', messages, 'unknown.key')).toBe('unknown.key');
    expect(translate('ru', messages, 'plain', { count: 2 })).toBe('текст');
  });
});

describe('switching the language', () => {
  it('changes texts, numbers, and language and direction of the document', async () => {
    await i18n.set('ps');
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['ps', 'rtl']);
    expect([t('time.now'), formatNumber(12345)]).toEqual(['همدا اوس', '۱۲٬۳۴۵']);
    await i18n.set('tg');
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['tg', 'ltr']);
    expect(t('time.minutesAgo', { count: 3 })).toBe('3 дақиқа пеш');
  });

  it('reaches whoever has shown a text', async () => {
    const seen: string[] = [];
    const stop = $effect.root(() => {
      $effect(() => void seen.push(t('time.now')));
    });
    flushSync();
    await i18n.set('es');
    flushSync();
    stop();
    expect(seen).toEqual(['just now', 'ahora mismo']);
  });

  it('obeys the last of several choices', async () => {
    await Promise.all([i18n.set('de'), i18n.set('fr'), i18n.set('ru')]);
    expect(t('time.now')).toBe('только что');
    await Promise.all([i18n.set('de'), i18n.set('ru')]);
    expect(t('time.now')).toBe('только что');
  });

  it('shows keys before the first', () => {
    expect(new I18n().t('time.now')).toBe('time.now');
  });
});

test('lists end with the word for "and"', async () => {
  expect([formatList([]), formatList(['a']), formatList(['a', 'b']), formatList(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
  await i18n.set('es');
  expect(formatList(['Francia', 'Italia'])).toBe('Francia e Italia');
  expect(formatList(['agua', 'hielo'])).toBe('agua y hielo');
  await i18n.set('ar');
  expect(formatList(['كابل', 'هرات', 'بلخ'])).toBe('كابل، هرات وبلخ');
});

test('the nine languages have names and directions', () => {
  expect(languages).toHaveLength(9);
  expect(languages.filter((lang) => direction(lang) === 'rtl')).toEqual(['ar', 'ps', 'fa']);
  expect(nativeName('tg')).toBe('Тоҷикӣ');
});
