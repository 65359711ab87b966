import type { Calendar, Lang, LiveCount } from '$lib/backend/types';
import { monthOf } from '$lib/time';

/** How many editions went live in one month, by language. */
export interface MonthCounts {
  name: string; // "April 2025", in the calendar of the interface
  counts: Partial<Record<Lang, number>>;
  total: number;
}

/** Adds the counts of days up to those of months, the newest month first. */
export function byMonth(days: LiveCount[], lang: Lang, calendar: Calendar): MonthCounts[] {
  const months = new Map<string, MonthCounts>();
  for (const { lang: column, day, count } of [...days].sort((a, b) => (a.day < b.day ? 1 : -1))) {
    const name = monthOf(lang, calendar, new Date(`${day}T12:00:00Z`));
    const month = months.get(name) ?? { name, counts: {}, total: 0 };
    month.counts[column] = (month.counts[column] ?? 0) + count;
    month.total += count;
    months.set(name, month);
  }
  return [...months.values()];
}
