// @vitest-environment node
import { readFile } from 'node:fs/promises';
import { Hunspell, getWasmModule } from 'hunspell-wasm';
import { expect, it } from 'vitest';
import type { Lang } from '$lib/backend/types';
import { withOwn } from './ownWords.mjs';
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

// Dari: what the press of Afghanistan writes beside what the dictionary from Iran knows.
it('fa: the dictionary takes Dari words in their usual forms, and no slips in them', async () => {
  const read = (place: string) => readFile(new URL(place, import.meta.url), 'utf8');
  const entries = (await read('../../../node_modules/dictionary-fa/index.dic')).split('\n').slice(1);
  const list = await read('./dari.txt');
  const all = [...withOwn(entries.filter(Boolean), list)];
  const rules = await read('../../../node_modules/dictionary-fa/index.aff');
  const hunspell = new Hunspell(await getWasmModule(), rules, `${all.length}\n${all.join('\n')}\n`);
  const unknown = (words: string[]) => words.filter((word) => !hunspell.testSpelling(lookupOf('fa', word)));
  const lines = list.split('\n').filter((line) => line && !/^(#|like )/.test(line));
  expect(unknown(lines.flatMap((line) => line.split(' ')))).toEqual([]);
  const usual =
    'چوکی‌ها پسان‌تر حویلی‌های بایسکل‌ها موتر موترها موترهای موتری پوهنتون‌های پوهنتونش شفاخانه‌ها شفاخانه‌ای';
  const people =
    'ولسوالی ولسوالان والی والی‌ها شاروالی څارنوال څارنوالان موتروانان داکتران نواسه‌هایم کچالوها مرمی‌ها';
  expect(unknown(`${usual} ${people}`.split(' '))).toEqual([]);
  const slips = ['پوهنتن', 'شفاخنه', 'ولسولی', 'حولیی', 'بایسکیل‌ها', 'موتتر'];
  expect(unknown(slips)).toEqual(slips);
  expect(hunspell.getSpellingSuggestions('پوهنتن')).toContain('پوهنتون');
});
