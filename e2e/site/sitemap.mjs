// The sitemap: valid by the protocol's schema, and it names the pages that are there.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { path } from '../harness/paths.mjs';
import { pagesIn } from '../harness/tree.mjs';

const execute = promisify(execFile);

/** What is wrong with the sitemap of a folder. */
export async function sitemapProblems(folder) {
  const file = join(folder, 'sitemap.xml');
  const schema = join(path.root, 'e2e/site/sitemap.xsd');
  const invalid = await execute('xmllint', ['--noout', '--nonet', '--schema', schema, file]).then(() => '', ({ stderr }) => stderr);
  if (invalid) return [invalid];
  const text = await readFile(file, 'utf8');
  const named = [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => place(address));
  const pages = await pagesToFind(folder);
  const absent = named.filter((address) => !pages.some((page) => leads(address, page)));
  const forgotten = pages.filter((page) => !named.some((address) => leads(address, page)));
  return [...absent.map((address) => `names ${address}, which is not to be found`), ...forgotten.map((page) => `does not name ${page}`)];
}

// All pages but those that ask not to be found: what was withdrawn, what is not there.
async function pagesToFind(folder) {
  const found = [];
  for (const page of await pagesIn(folder)) {
    const text = await readFile(join(folder, page), 'utf8');
    if (!/<meta name="robots" content="noindex/.test(text)) found.push(page);
  }
  return found;
}

// A folder's own address leads to its index.
const leads = (address, page) => `${address}${address.endsWith('/') ? 'index.html' : ''}`.endsWith(`/${page}`);

const place = (address) => decodeURIComponent(new URL(address.replaceAll('&amp;', '&')).pathname);
