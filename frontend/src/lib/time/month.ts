// Months as a sheet of days, in the calendar of whoever looks. Days are those of the
// machine's time zone.
import type { Calendar, Lang } from '$lib/backend/types';
import { defaultCalendar } from './date';
import { gregorianOf, monthLength, solarHijri, type Day } from './solarHijri';

export type { Day } from './solarHijri';

/** The day on which a moment falls. */
export function dayOf(lang: Lang, calendar: Calendar, at: Date): Day {
  const day = { year: at.getFullYear(), month: at.getMonth() + 1, day: at.getDate() };
  return isGregorian(lang, calendar) ? day : solarHijri(day);
}

/** The moment at which a day has the time of day of `at`. */
export function onDay(lang: Lang, calendar: Calendar, day: Day, at: Date): Date {
  const { year, month, day: date } = isGregorian(lang, calendar) ? day : gregorianOf(day);
  return new Date(year, month - 1, date, at.getHours(), at.getMinutes());
}

/** The day `n` days after another one. */
export function daysLater(lang: Lang, calendar: Calendar, day: Day, n: number): Day {
  const noon = onDay(lang, calendar, day, new Date(2000, 0, 1, 12)); // no hour is missing at noon
  noon.setDate(noon.getDate() + n);
  return dayOf(lang, calendar, noon);
}

/** The first day of the month `n` months after that of `day`. */
export function monthsLater(day: Day, n: number): Day {
  const count = day.year * 12 + day.month - 1 + n;
  return { year: Math.floor(count / 12), month: (count % 12) + 1, day: 1 };
}

/** The weeks of a month: seven places each, null where a day is of another month. 0 is Sunday in `first`. */
export function weeksOf(
  lang: Lang,
  calendar: Calendar,
  { year, month }: Day,
  first: number,
): (Day | null)[][] {
  const start = onDay(lang, calendar, { year, month, day: 1 }, new Date(2000, 0, 1, 12));
  const length = isGregorian(lang, calendar)
    ? new Date(year, month, 0).getDate()
    : monthLength({ year, month, day: 1 });
  const blank = (start.getDay() - first + 7) % 7;
  const places = Array.from({ length: Math.ceil((blank + length) / 7) * 7 }, (_, i): Day | null => {
    const day = i - blank + 1;
    return day >= 1 && day <= length ? { year, month, day } : null;
  });
  return Array.from({ length: places.length / 7 }, (_, week) => places.slice(week * 7, week * 7 + 7));
}

/** The day on which a week begins where a language is at home: 6 is Saturday, 1 Monday. */
export function firstWeekday(lang: Lang): number {
  return lang === 'ar' || lang === 'fa' || lang === 'ps' ? 6 : 1;
}

function isGregorian(lang: Lang, calendar: Calendar): boolean {
  return (calendar || defaultCalendar(lang)) === 'gregorian';
}
