/**
 * Adds words of our own to the entries of a Hunspell dictionary.
 *
 * @param {Iterable<string>} entries `word` or `word/FLAGS`; which flags a word has says how it bends
 * @param {string} list words as in dari.txt
 * @returns {Set<string>} the entries with ours after them
 */
export function withOwn(entries, list) {
  const all = new Set(entries);
  const flags = new Map([...all].reverse().map((entry) => entry.split('/')));
  let like = '';
  for (const line of list.split('\n').filter((each) => each && !each.startsWith('#'))) {
    if (line.startsWith('like ')) like = flagsOf(flags, line.slice('like '.length));
    else for (const word of line.split(' ')) all.add(word + like);
  }
  return all;
}

function flagsOf(flags, word) {
  if (word === 'nothing') return '';
  if (!flags.get(word)) throw new Error(`no word of the dictionary bends like ${word}`);
  return `/${flags.get(word)}`;
}
