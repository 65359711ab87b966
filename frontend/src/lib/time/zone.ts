// Time zones: that of this machine, and that of the newsroom.

/** The name of the machine's time zone: "Asia/Kabul". */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/**
 * A moment whose clock, read on this machine, shows what clocks in `zone` show at `at`: to
 * be written down, not to be reckoned with. `at` itself where the zone is unknown.
 */
export function seenIn(zone: string, at: Date): Date {
  try {
    const style = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone: zone || 'UTC',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    const parts = Object.fromEntries(style.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    return new Date(parts.year ?? 0, (parts.month ?? 1) - 1, parts.day, parts.hour, parts.minute);
  } catch {
    return at;
  }
}

/** Whether clocks in `zone` show another time at `at` than this machine's. */
export function differs(zone: string, at: Date): boolean {
  const minute = 60_000;
  return Math.floor(seenIn(zone, at).getTime() / minute) !== Math.floor(at.getTime() / minute);
}
