import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Calendar, Lang } from '$lib/backend/types';
import { i18n } from '$lib/i18n';
import { formatDate, formatDateTime, formatShortDate, formatTime, relativeTime } from '$lib/time';
import dates from '$testdata/dates.json';
import nowruz from '$testdata/nowruz.json';
import { dateTime, longDate, shortDate } from './date';
import { solarHijri } from './solarHijri';

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(new Date(2025, 3, 21, 12, 0));
});

afterEach(async () => {
  vi.useRealTimers();
  i18n.calendar = '';
  await i18n.set('en');
});

test('dates are those of Go', () => {
  for (const { lang, calendar, at, date, short, dateTime: both } of dates) {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = at;
    const when = new Date(year, month - 1, day, hour, minute);
    const [l, c] = [lang as Lang, calendar as Calendar];
    expect([longDate(l, c, when), shortDate(l, c, when), dateTime(l, c, when)]).toEqual([date, short, both]);
  }
});

test('each Solar Hijri year begins on the day that ICU names, after the last of the year before', () => {
  for (const [text, start] of Object.entries(nowruz)) {
    const first = new Date(start);
    const before = new Date(first.getTime() - 86_400_000);
    expect(solarHijri(day(first))).toEqual({ year: Number(text), month: 1, day: 1 });
    expect(solarHijri(day(before))).toMatchObject({ year: Number(text) - 1, month: 12 });
  }
});

function day(date: Date) {
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

test('times follow the language and the calendar of the interface', async () => {
  const at = new Date(2025, 3, 21, 9, 5).toISOString();
  await i18n.set('fa');
  expect(formatDate(at)).toBe('۱ ثور ۱۴۰۴');
  expect(formatDateTime(at)).toBe('۱ ثور ۱۴۰۴، ساعت ۰۹:۰۵');
  i18n.calendar = 'gregorian';
  expect(formatShortDate(at)).toBe('۲۰۲۵/۴/۲۱');
  await i18n.set('fr');
  expect(formatTime(at)).toBe('9h05');
});

test('no time is no text', () => {
  expect(formatDate('')).toBe('');
  expect(relativeTime('')).toBe('');
});

test.each<[Lang, number, string]>([
  ['en', 30, 'just now'],
  ['en', -30, 'just now'],
  ['en', 60, '1 minute ago'],
  ['en', 5 * 60, '5 minutes ago'],
  ['de', 2 * 3600, 'vor 2 Stunden'],
  ['ru', 3 * 86_400, '3 дня назад'],
  ['ru', 5 * 86_400, '5 дней назад'],
  ['ar', 2 * 3600, 'منذ ساعتين'],
  ['ar', 11 * 60, 'منذ ١١ دقيقة'],
  ['fa', 5 * 60, '۵ دقیقه پیش'],
  ['ps', 5 * 60, '۵ دقیقې مخکې'],
  ['tg', 3600, '1 соат пеш'],
  ['en', 7 * 86_400, '14/04/2025'],
  ['en', -3600, '21/04/2025'],
])('in %s, %i seconds ago is %j', async (lang, seconds, words) => {
  await i18n.set(lang);
  expect(relativeTime(new Date(Date.now() - seconds * 1000).toISOString())).toBe(words);
});
