const perMinute = 200; // words; silent reading of news lies between 180 and 240 in the languages measured

/** Minutes that reading takes, rounded up; none for an empty text. */
export function readingMinutes(words: number): number {
  return Math.ceil(words / perMinute);
}
