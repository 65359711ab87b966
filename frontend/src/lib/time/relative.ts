import { t } from '$lib/i18n';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * How long ago `at` was, in words: "5 minutes ago". Undefined where that would not
 * help: a week ago and more, or still to come by more than clocks differ.
 */
export function ago(at: Date, now: Date): string | undefined {
  const passed = now.getTime() - at.getTime();
  if (passed < -minute || passed >= 7 * day) return undefined;
  if (passed < minute) return t('time.now');
  if (passed < hour) return t('time.minutesAgo', { count: Math.floor(passed / minute) });
  if (passed < day) return t('time.hoursAgo', { count: Math.floor(passed / hour) });
  return t('time.daysAgo', { count: Math.floor(passed / day) });
}
