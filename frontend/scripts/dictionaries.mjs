// Packs the spelling dictionaries from their packages into public/spelling, one file for
// each language and part, with its licence beside it. They are compressed: the six take
// 2 MB of the program instead of 10, and the window unpacks the one that it needs. The
// licence of the engine goes with them.
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { withOwn } from '../src/features/spelling/ownWords.mjs';

/** Language → the dictionaries whose words it takes. They must bend words by the same rules. */
const languages = { de: ['de'], en: ['en', 'en-gb'], es: ['es'], fa: ['fa'], fr: ['fr'], ru: ['ru'] };

/** Language → words of our own that its dictionary lacks. */
const own = { fa: '../src/features/spelling/dari.txt' };

const target = new URL('../public/spelling/', import.meta.url);
const read = (name, part) =>
  readFile(new URL(`../node_modules/dictionary-${name}/index.${part}`, import.meta.url), 'utf8');
const write = (name, text) => writeFile(new URL(`${name}.gz`, target), gzipSync(text, { level: 9 }));

async function pack(lang, names) {
  const [rules, ...others] = await Promise.all(names.map((name) => read(name, 'aff')));
  if (others.some((each) => each !== rules))
    throw new Error(`${names.join(', ')}: the rules are not the same`);
  const lists = await Promise.all(names.map((name) => read(name, 'dic')));
  const words = new Set(lists.flatMap((list) => list.split('\n').slice(1)).filter(Boolean)); // the first line is their number
  const ours = own[lang] ? await readFile(new URL(own[lang], import.meta.url), 'utf8') : '';
  const all = [...withOwn(words, ours)];
  await write(`${lang}.aff`, rules);
  await write(`${lang}.dic`, `${all.length}\n${all.join('\n')}\n`);
  const licence = new URL(`../node_modules/dictionary-${names.at(-1)}/license`, import.meta.url);
  await copyFile(licence, new URL(`${lang}.license.txt`, target));
}

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
for (const [lang, names] of Object.entries(languages)) await pack(lang, names);
await copyFile(
  new URL('../node_modules/hunspell-wasm/COPYING.MPL', import.meta.url),
  new URL('hunspell.license.txt', target),
);
console.log(`dictionaries are in ${fileURLToPath(target)}`);
