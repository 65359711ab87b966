// A made-up archive for measuring: stories of five paragraphs in four languages, the same
// at every run. Nothing in it is news.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const WORDS = {
  en: 'the trade council met on tuesday in kabul and market prices rose while farmers waited for rain near the northern road bridge school teachers students water river winter snow',
  fa: 'بازار کابل امروز با شمار زیادی از مردم روبه‌رو شد و قیمت‌ها می‌روند بالا تا کشاورزان باران ببینند مکتب آب رودخانه زمستان برف راه شمال',
  ps: 'کابل بازار نن خلک ډېر وو او بیې لوړې شوې بزګران باران ته سترګې په لار دي ښوونځی اوبه سیند ژمی واوره',
  tg: 'бозори кобул имрӯз пур аз мардум буд ва нархҳо боло рафтанд то деҳқонон боронро бинанд мактаб об дарё зимистон барф роҳи шимол',
};
const LANGUAGES = Object.keys(WORDS);
const SECTIONS = ['afghanistan', 'world', 'business', 'sport', 'history'];
const TAGS = ['kabul', 'trade', 'water', 'school', 'winter', 'road', 'music', 'cricket'];
const TOGETHER = 200; // files written at once

// Syllables, of which rarer words are made up.
const SYLLABLES = {
  en: 'ta ro mer il con da per is wa kel no vi bro sa un gar',
  fa: 'با را می‌ کا نو شه دل گر تا هم بو زا رو ست خو جی',
  ps: 'ښا ډو ځم ټو ړن وو ېر بی هې کن سف سو لو دا نه غو',
  tg: 'во до ро ҷа тор ҳу ре мо қе се ка ге лӯ на ши зи',
};
const VOCABULARY = 30_000; // rarer words of a language

// Numbers that look random and are the same everywhere (mulberry32).
function dice(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The made-up word of a rank: the rarer, the longer. */
export function rareWord(lang, rank) {
  const all = SYLLABLES[lang].split(' ');
  const rest = Math.floor(rank / all.length);
  return all[rank % all.length] + (rest > 0 ? rareWord(lang, rest - 1) : '');
}

/** Words of a language, as many as asked for: half of them everywhere, half as common as in real texts, which is Zipf's law. */
export function prose(lang, count, seed = 1) {
  const roll = dice(seed);
  const words = WORDS[lang].split(' ');
  return Array.from({ length: count }, () =>
    roll() < 0.5 ? words[Math.floor(roll() * words.length)] : rareWord(lang, Math.floor(VOCABULARY ** roll()) - 1),
  ).join(' ');
}

/** A body of paragraphs of 90 words. */
export function body(lang, words, seed = 1) {
  return Array.from({ length: Math.ceil(words / 90) }, (_, i) => `${prose(lang, Math.min(90, words - i * 90), seed + i)}.`).join('\n\n');
}

/** Writes `editions` Markdown files below a folder; every fourth begins another story. */
export async function writeCorpus(folder, editions) {
  for (let first = 0; first < editions; first += TOGETHER) {
    const numbers = Array.from({ length: Math.min(TOGETHER, editions - first) }, (_, i) => first + i);
    await Promise.all(numbers.map((number) => writeEdition(folder, number)));
  }
}

async function writeEdition(folder, number) {
  const story = Math.floor(number / LANGUAGES.length);
  const lang = LANGUAGES[number % LANGUAGES.length];
  const place = join(folder, String(Math.floor(story / 500)), `story-${story}`);
  await mkdir(place, { recursive: true });
  await writeFile(join(place, `${lang}.md`), manuscript(story, lang));
}

function manuscript(story, lang) {
  const seed = story * 97 + LANGUAGES.indexOf(lang);
  const two = (n) => String(n).padStart(2, '0');
  const date = `${2017 + (story % 8)}-${two(1 + (story % 12))}-${two(1 + (story % 28))}T08:00:00Z`;
  const tags = [0, 3, 5].map((step) => TAGS[(story + step) % TAGS.length]);
  return `---
title: "${prose(lang, 7, seed)} ${story}"
description: "${prose(lang, 15, seed + 1)}"
date: ${date}
lang: ${lang}
story: s${story}
sections: [${SECTIONS[story % SECTIONS.length]}]
tags: [${tags.join(', ')}]
author: Desk
---

${body(lang, 450, seed + 2)}
`;
}
