// The files of a published site.
import { readdir } from 'node:fs/promises';
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
