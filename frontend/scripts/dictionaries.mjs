// Packs the spelling dictionaries from their packages into public/spelling, one file for
// each language and part, with its licence beside it. They are compressed: the six take
// 3 MB of the program instead of 10, and the window unpacks the one that it needs.
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const languages = ['de', 'en', 'es', 'fa', 'fr', 'ru'];

const target = new URL('../public/spelling/', import.meta.url);
const packages = new URL('../node_modules/', import.meta.url);

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
for (const lang of languages) {
  const from = new URL(`dictionary-${lang}/`, packages);
  for (const part of ['aff', 'dic']) {
    const packed = gzipSync(await readFile(new URL(`index.${part}`, from)), { level: 9 });
    await writeFile(new URL(`${lang}.${part}.gz`, target), packed);
  }
  await copyFile(new URL('license', from), new URL(`${lang}.license.txt`, target));
}
console.log(`dictionaries are in ${fileURLToPath(target)}`);
