// Links inside the site: each leads to a file, and to a place in it, that is there.
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';

import { filesIn, pagesIn } from '../harness/tree.mjs';

const ATTRIBUTE = /\s(?:href|src|srcset|poster|action|data-href)="([^"]*)"/g;

/** What is broken; [] where all is well. */
export async function linkProblems(folder) {
  const files = new Set(await filesIn(folder));
  const pages = new Map();
  for (const file of await pagesIn(folder)) pages.set(file, await readFile(join(folder, file), 'utf8'));
  const problems = [];
  for (const [page, text] of pages) {
    for (const target of targets(text)) {
      const why = broken(page, target, files, pages);
      if (why) problems.push(`${page}: ${target}: ${why}`);
    }
  }
  return problems;
}

function targets(text) {
  const values = [...text.matchAll(ATTRIBUTE)].flatMap(([attribute, value]) =>
    attribute.trimStart().startsWith('srcset') ? value.split(',').map((part) => part.trim().split(/\s+/)[0]) : [value],
  );
  return new Set(values.map(plain).filter((value) => !/^[a-z][a-z0-9+.-]*:/i.test(value)));
}

const plain = (value) => value.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&#34;', '"').replaceAll('&#43;', '+');

function broken(page, target, files, pages) {
  if (target.startsWith('/')) return 'is not relative, so the site works at one address only';
  const [way, fragment] = target.split('#');
  const place = decodeURIComponent(way.split('?')[0]);
  const file = place === '' ? page : posix.join(posix.dirname(page), place);
  if (!files.has(file)) return `there is no ${file}`;
  if (!fragment || !pages.has(file)) return '';
  const id = decodeURIComponent(fragment);
  return pages.get(file).includes(`id="${id}"`) ? '' : `${file} has no place called ${id}`;
}
