// How long a search takes through the bridge: how many there are, and the first page with
// the passages that show it.
import { rareWord } from './corpus.mjs';
import { at, median, time } from './figures.mjs';

const LANGUAGES = ['en', 'fa', 'ps', 'tg'];
const COUNT = 120;

/** Rows of [what, figure]: searches in a newsroom with that many editions. */
export async function searches(window, editions) {
  const count = editions.toLocaleString('en');
  const rows = [];
  for (const [what, query] of [
    ['Search for two words', (lang, n) => `${rareWord(lang, n * 7)} ${rareWord(lang, n % 3)} `],
    ['Search for the two commonest words', (lang) => `${rareWord(lang, 0)} ${rareWord(lang, 1)} `],
    ['Search for the beginning of a word', (lang, n) => rareWord(lang, 40 + n * 7).slice(0, 3)],
  ]) {
    const queries = Array.from({ length: COUNT }, (_, n) => query(LANGUAGES[n % LANGUAGES.length], n));
    const times = await window.runAsync(ask, queries);
    rows.push([`${what} among ${count} editions, with the passages of the first page`, `${time(median(times))}, 99% under ${time(at(times, 0.99))}`]);
  }
  return rows;
}

async function ask(queries) {
  const { App } = globalThis.go.app;
  const found = [];
  for (const query of queries) {
    const filter = {
      query, lang: '', section: '', tag: '', work: '', live: '', mine: false, removed: false, since: '', until: '', sort: 'match', descending: true,
    };
    const start = performance.now();
    const { keys } = await App.EditionIndex(filter);
    if (keys.length > 0) await App.Editions(filter, keys[0]);
    found.push(performance.now() - start);
  }
  return found;
}
