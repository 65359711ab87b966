// Times that people choose again and again, on the machine's clock.

/** The next full hour that is at least half an hour away. */
export function nextHour(now: Date): Date {
  const at = new Date(now.getTime() + 30 * 60_000);
  if (at.getMinutes() > 0 || at.getSeconds() > 0 || at.getMilliseconds() > 0) at.setHours(at.getHours() + 1);
  at.setMinutes(0, 0, 0);
  return at;
}

/** Six in the evening of the same day, or of the next where that has passed. */
export function laterToday(now: Date): Date {
  return onClock(now, 18);
}

/** Six in the morning of the next day. */
export function tomorrowMorning(now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 6);
}

function onClock(now: Date, hour: number): Date {
  const at = new Date(now.getFullYear(), now.getMonth(), now.getDate(), hour);
  return at > now ? at : new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, hour);
}
