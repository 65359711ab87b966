// @vitest-environment node
import { readFile } from 'node:fs/promises';
import { Hunspell, getWasmModule } from 'hunspell-wasm';
import { expect, it } from 'vitest';
import type { Lang } from '$lib/backend/types';
import { lookupOf } from './words';

// The engine and the dictionaries are somebody else's: this holds them to what Khabar counts on.
it.each<[Lang, string[], [string, string][]]>([
  ['en', ['government', 'don’t', 'newsrooms'], [['govenment', 'government']]],
  ['fr', ['l’école', 'gouvernement', 'qu’ils'], [['gouvernemant', 'gouvernement']]],
  ['de', ['Bundesaußenminister', 'Wiederaufbauprogramm', 'Straße'], [['Regirung', 'Regierung']]],
  ['ru', ['правительство', 'Афганистана', 'ещё'], [['правителство', 'правительство']]],
  ['es', ['gobierno', 'habitantes', 'más'], [['govierno', 'gobierno']]],
  ['fa', ['می‌رود', 'کتاب‌ها', 'افغانستان'], [['دولطت', 'دولت']]],
])('%s: the dictionary knows words, and what is meant by others', async (lang, good, bad) => {
  const read = (part: string) =>
    readFile(new URL(`../../../node_modules/dictionary-${lang}/index.${part}`, import.meta.url), 'utf8');
  const hunspell = new Hunspell(await getWasmModule(), await read('aff'), await read('dic'));
  expect(good.filter((word) => !hunspell.testSpelling(lookupOf(lang, word)))).toEqual([]);
  for (const [wrong, right] of bad) {
    expect(hunspell.testSpelling(wrong)).toBe(false);
    expect(hunspell.getSpellingSuggestions(wrong)).toContain(right);
  }
});
