// How well a title answers what was typed. Every word typed must occur; words that
// begin where a word of the title begins count more, as does the title's start.

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** 0 = does not fit; otherwise the higher the better. */
export function score(query: string, title: string): number {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const text = plain(title);
  let sum = 1;
  for (const word of words) {
    const at = text.indexOf(word);
    if (at < 0) return 0;
    const starts = at === 0 ? 4 : text.includes(` ${word}`) ? 2 : 1;
    sum += starts;
  }
  return sum;
}

/** The items that fit, best first; among equals the order stays. */
export function scored<T>(query: string, items: T[], title: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, points: score(query, title(item)) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ item }) => item);
}
