import { beforeEach, expect, test } from 'vitest';
import { i18n } from '$lib/i18n';
import {
  dayOf,
  daysLater,
  firstWeekday,
  formatDateTimeIn,
  formatMonth,
  monthsLater,
  onDay,
  weeksOf,
  type Day,
} from '$lib/time';
import { differs, ownZone } from './zone';

beforeEach(async () => {
  i18n.calendar = '';
  await i18n.set('en');
});

test('a day of the Solar Hijri calendar comes back as it was', () => {
  for (let n = 0; n < 3000; n++) {
    const at = new Date(2020, 0, 1 + n, 12);
    for (const calendar of ['persian-afghan', 'gregorian'] as const) {
      expect(onDay('fa', calendar, dayOf('fa', calendar, at), at)).toEqual(at);
    }
  }
});

test('the days of a month follow each other through its weeks, in both calendars', () => {
  for (const calendar of ['persian-afghan', 'gregorian'] as const) {
    let day: Day = dayOf('fa', calendar, new Date(2024, 2, 1, 12));
    for (let n = 0; n < 40; n++, day = monthsLater(day, 1)) {
      const days = weeksOf('fa', calendar, day, 6)
        .flat()
        .filter((each) => each !== null);
      expect(days[0]).toEqual({ ...day, day: 1 });
      expect(days.length).toBeGreaterThan(27);
      expect(daysLater('fa', calendar, days.at(-1) ?? day, 1)).toEqual(monthsLater(day, 1));
    }
  }
});

test('a leap year of the Solar Hijri calendar has a day more', () => {
  const lengths = [1403, 1404].map(
    (year) => weeksOf('fa', '', { year, month: 12, day: 1 }, 6).flat().filter(Boolean).length,
  );
  expect(lengths).toEqual([30, 29]);
});

test('weeks begin where the language is at home', () => {
  expect([firstWeekday('ps'), firstWeekday('tg')]).toEqual([6, 1]);
  // 1 ثور 1404 was a Monday
  expect(weeksOf('fa', '', { year: 1404, month: 2, day: 1 }, 6)[0]?.map((day) => day?.day ?? 0)).toEqual([
    0, 0, 1, 2, 3, 4, 5,
  ]);
});

test('a month is called in the calendar of the interface', async () => {
  await i18n.set('fa');
  expect(formatMonth({ year: 1404, month: 2, day: 1 })).toBe('ثور ۱۴۰۴');
});

test('a time as clocks elsewhere show it', () => {
  expect(formatDateTimeIn('Asia/Kabul', '2025-04-21T07:30:00Z')).toBe('21 April 2025, 12:00');
  expect(formatDateTimeIn('UTC', '2025-04-21T07:30:00Z')).toBe('21 April 2025, 07:30');
  expect(differs(ownZone(), new Date())).toBe(false);
  expect(differs('Nowhere/Such', new Date())).toBe(false);
});
