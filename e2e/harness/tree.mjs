// The files of a published site.
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Every file below a folder, as paths from it with slashes, sorted. */
export async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Its pages. */
export async function pagesIn(folder) {
  return (await filesIn(folder)).filter((file) => file.endsWith('.html'));
}

/** Its pages and feeds that hold some words. */
export async function filesWith(folder, words) {
  const files = (await filesIn(folder)).filter((file) => /\.(html|xml)$/.test(file));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return files.filter((_, i) => texts[i].includes(words));
}
