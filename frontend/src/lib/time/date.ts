import type { Calendar, Lang } from '$lib/backend/types';
import { digits } from '$lib/text/digits';
import styles from '$tables/dates.json';
import { solarHijri, type Day } from './solarHijri';

// How each language writes dates is in backend/locale/tables/dates.json, which Go reads
// too; the parts of a pattern are explained in backend/locale/date.go. Dates are those
// of the machine's time zone.

/** The calendar in which readers of a language expect dates. */
export function defaultCalendar(lang: Lang): Exclude<Calendar, ''> {
  return lang === 'fa' || lang === 'ps' ? 'persian-afghan' : 'gregorian';
}

/** "21 April 2025", «۱ ثور ۱۴۰۴». */
export function longDate(lang: Lang, calendar: Calendar, at: Date): string {
  return write(lang, calendar, at, styles[lang].long);
}

/** In figures: "21/04/2025", «۱۴۰۴/۲/۱». */
export function shortDate(lang: Lang, calendar: Calendar, at: Date): string {
  return write(lang, calendar, at, styles[lang].short);
}

/** The month in figures: "04/2025", «۱۴۰۴/۲»: many languages bend a month's name where it stands alone. */
export function monthOf(lang: Lang, calendar: Calendar, at: Date): string {
  return write(lang, calendar, at, styles[lang].short.replace(/\{d+\}[^{]*|[^}]*\{d+\}$/, ''));
}

/** "14:30", on the 24-hour clock. */
export function timeOfDay(lang: Lang, at: Date): string {
  const hour = at.getHours();
  return digits(
    lang,
    replace(styles[lang].time, { H: String(hour), HH: two(hour), MM: two(at.getMinutes()) }),
  );
}

/** "21 April 2025, 14:30". */
export function dateTime(lang: Lang, calendar: Calendar, at: Date): string {
  return replace(styles[lang].dateTime, { date: longDate(lang, calendar, at), time: timeOfDay(lang, at) });
}

function write(lang: Lang, calendar: Calendar, at: Date, pattern: string): string {
  const named = calendar || defaultCalendar(lang);
  const { first, months } = styles[lang];
  const gregorian: Day = { year: at.getFullYear(), month: at.getMonth() + 1, day: at.getDate() };
  const { year, month, day } = named === 'gregorian' ? gregorian : solarHijri(gregorian);
  const parts = {
    d: day === 1 && first ? first : String(day),
    dd: two(day),
    m: String(month),
    mm: two(month),
    month: months[named][month - 1] ?? '',
    y: String(year),
  };
  return digits(lang, replace(pattern, parts));
}

/** The name of a month, counted from 1: "April", «ثور». */
export function monthName(lang: Lang, calendar: Calendar, month: number): string {
  return styles[lang].months[calendar || defaultCalendar(lang)][month - 1] ?? '';
}

function replace(pattern: string, parts: Record<string, string>): string {
  return pattern.replace(/\{(\w+)\}/g, (all, name: string) => parts[name] ?? all);
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
