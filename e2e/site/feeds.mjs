// Atom feeds, by RFC 4287: what every feed and entry must have, and that each entry
// leads to a page that is there.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { filesIn } from '../harness/tree.mjs';

const execute = promisify(execFile);

/** Feeds of a folder, one per language. */
export async function feedsIn(folder) {
  return (await filesIn(folder)).filter((file) => file.endsWith('feed.xml'));
}

/** What is wrong with one feed; `page` is any page of a browser, whose XML parser is borrowed. */
export async function feedProblems(folder, file, page) {
  await execute('xmllint', ['--noout', '--nonet', join(folder, file)]);
  const feed = await page.evaluate(read, await readFile(join(folder, file), 'utf8'));
  const files = new Set(await filesIn(folder));
  const problems = [...missing('feed', feed), ...(feed.self ? [] : ['feed: no link to itself'])];
  if (feed.root !== 'feed' || feed.namespace !== 'http://www.w3.org/2005/Atom') problems.push('is not Atom');
  if (!feed.lang) problems.push('feed: no language');
  const ids = feed.entries.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) problems.push('two entries have one id');
  for (const entry of feed.entries) {
    problems.push(...missing(`entry ${entry.id}`, entry));
    if (!feed.author && !entry.author) problems.push(`entry ${entry.id}: no author`);
    if (!entry.alternate) problems.push(`entry ${entry.id}: no link`);
    else if (!leadsToPage(entry.alternate, files)) problems.push(`entry ${entry.id}: no page at ${entry.alternate}`);
  }
  const dates = feed.entries.map(({ updated }) => Date.parse(updated));
  if (dates.some((date, i) => i > 0 && date > dates[i - 1])) problems.push('entries are not newest first');
  return problems.map((problem) => `${file}: ${problem}`);
}

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

function missing(name, { id, title, updated }) {
  const problems = [];
  if (!URL.canParse(id)) problems.push(`${name}: the id "${id}" is no address`);
  if (!title) problems.push(`${name}: no title`);
  if (!DATE.test(updated)) problems.push(`${name}: "${updated}" is no date`);
  return problems;
}

function leadsToPage(link, files) {
  const place = decodeURIComponent(new URL(link, 'http://site.test/xx/feed.xml').pathname);
  return [...files].some((file) => place.endsWith(`/${file}`));
}

// In the browser.
function read(text) {
  const { documentElement: root } = new DOMParser().parseFromString(text, 'application/xml');
  const child = (node, name) => [...node.children].find((element) => element.localName === name);
  const words = (node, name) => child(node, name)?.textContent.trim() ?? '';
  const link = (node, rel) =>
    [...node.children].find((e) => e.localName === 'link' && (e.getAttribute('rel') ?? 'alternate') === rel)?.getAttribute('href');
  const common = (node) => ({
    id: words(node, 'id'), title: words(node, 'title'), updated: words(node, 'updated'),
    author: words(child(node, 'author') ?? node, 'name'), alternate: link(node, 'alternate'), self: link(node, 'self'),
  });
  const entries = [...root.children].filter((element) => element.localName === 'entry').map(common);
  return { ...common(root), root: root.localName, namespace: root.namespaceURI, lang: root.getAttribute('xml:lang'), entries };
}
