// Times as the interface shows them: in its language, its calendar and the machine's
// time zone. All take the RFC 3339 strings that Go sends, and give "" for "".
import type { Calendar, Lang } from '$lib/backend/types';
import { i18n } from '$lib/i18n';
import { digits } from '$lib/text/digits';
import { clock } from './clock.svelte';
import * as dates from './date';
import type { Day } from './month';
import { ago } from './relative';
import { seenIn } from './zone';

export { defaultCalendar, monthOf } from './date';
export * from './month';
export { differs, ownZone } from './zone';

/** "21 April 2025". */
export function formatDate(time: string): string {
  return written(time, dates.longDate);
}

/** "21/04/2025". */
export function formatShortDate(time: string): string {
  return written(time, dates.shortDate);
}

/** "21 April 2025, 14:30". */
export function formatDateTime(time: string): string {
  return written(time, dates.dateTime);
}

/** "21 April 2025, 17:00", as clocks in a time zone show it. */
export function formatDateTimeIn(zone: string, time: string): string {
  return written(time, (lang, calendar, at) => dates.dateTime(lang, calendar, seenIn(zone, at)));
}

/** "April 2025", «ثور ۱۴۰۴». */
export function formatMonth({ year, month }: Day): string {
  return `${dates.monthName(i18n.language, i18n.calendar, month)} ${digits(i18n.language, String(year))}`;
}

/** "14:30". */
export function formatTime(time: string): string {
  return written(time, (lang, _, at) => dates.timeOfDay(lang, at));
}

/** "5 minutes ago", and keeps up with the clock; the short date where that is a week ago or to come. */
export function relativeTime(time: string): string {
  return written(time, (lang, calendar, at) => ago(at, clock.now) ?? dates.shortDate(lang, calendar, at));
}

function written(time: string, write: (lang: Lang, calendar: Calendar, at: Date) => string): string {
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? '' : write(i18n.language, i18n.calendar, at);
}
