/** A day of some calendar; months count from 1. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

// The arithmetic and its source are those of backend/locale/solarhijri.go: Borkowski,
// "The Persian calendar for 3000 years". testdata holds the two together.
const breaks = [
  -61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456, 3178,
];

/** The day of March on which a Solar Hijri year begins. */
function nowruz(year: number): number {
  let leaps = -14;
  let last = -61;
  let jump = 0;
  for (const next of breaks.slice(1)) {
    jump = next - last;
    if (year < next) break;
    leaps += whole(jump, 33) * 8 + whole(jump % 33, 4);
    last = next;
  }
  const n = year - last;
  leaps += whole(n, 33) * 8 + whole((n % 33) + 3, 4);
  if (jump % 33 === 4 && jump - n === 4) leaps += 1;
  const gregorian = year + 621;
  return 20 + leaps - (whole(gregorian, 4) - whole((whole(gregorian, 100) + 1) * 3, 4) - 150);
}

function whole(a: number, b: number): number {
  return Math.trunc(a / b);
}

const millisecondsPerDay = 86_400_000;

/** A Gregorian day in the Solar Hijri calendar. */
export function solarHijri({ year, month, day }: Day): Day {
  const date = Date.UTC(year, month - 1, day);
  let persian = year - 621;
  let first = firstDay(persian);
  if (date < first) {
    persian -= 1;
    first = firstDay(persian);
  }
  // Six months of 31 days, then months of 30; the last has 29 where the year is short.
  const n = Math.round((date - first) / millisecondsPerDay);
  if (n < 186) return { year: persian, month: whole(n, 31) + 1, day: (n % 31) + 1 };
  return { year: persian, month: whole(n - 186, 30) + 7, day: ((n - 186) % 30) + 1 };
}

/** A Solar Hijri day in the Gregorian calendar. */
export function gregorianOf({ year, month, day }: Day): Day {
  const n = (month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30) + day - 1;
  const date = new Date(firstDay(year) + n * millisecondsPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** How many days a month of the Solar Hijri calendar has. */
export function monthLength({ year, month }: Day): number {
  if (month < 12) return month <= 6 ? 31 : 30;
  return (firstDay(year + 1) - firstDay(year)) / millisecondsPerDay - 336;
}

function firstDay(year: number): number {
  return Date.UTC(year + 621, 2, nowruz(year));
}
