// The sample newsroom, published by the command line on a machine without a window:
// every page valid, open to everybody and complete.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { openBrowser, Reader } from '../harness/browser.mjs';
import { khabar } from '../harness/command.mjs';
import { pagesIn } from '../harness/tree.mjs';
import { accessProblems } from './access.mjs';
import { feedProblems, feedsIn } from './feeds.mjs';
import { htmlProblems } from './html.mjs';
import { linkProblems } from './links.mjs';
import { sitemapProblems } from './sitemap.mjs';

const LANGUAGES = ['ar', 'de', 'en', 'es', 'fa', 'fr', 'ps', 'ru', 'tg'];
const SHOWN = 15; // problems named in a failure
let room, site, pages, browser;

before(async () => {
  room = await mkdtemp(join(tmpdir(), 'khabar-site-'));
  site = join(room, 'site');
  await khabar('sample', '--data', join(room, 'data'));
  await khabar('publish', '--data', join(room, 'data'), '--to', site);
  pages = await pagesIn(site);
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await rm(room, { recursive: true, force: true });
});

const none = (problems) => assert.equal(problems.length, 0, `${problems.length} problems\n${problems.slice(0, SHOWN).join('\n')}`);

test('there are pages in nine languages', () => {
  const articles = LANGUAGES.map((lang) => pages.filter((page) => page.startsWith(`${lang}/`) && page.split('/').length === 2).length);
  assert.ok(articles.every((count) => count >= 3), `pages at the top of each language: ${articles}`);
});

test('every page is valid HTML', async () => none(await htmlProblems(site)));

test('every link inside leads somewhere', async () => none(await linkProblems(site)));

test('every page is open to everybody, and asks nothing of strangers', async () =>
  none(await accessProblems(browser, site, pages)));

test('so are the kinds of page in dark colours, on a phone', async () =>
  none(await accessProblems(browser, site, kinds(), { colorScheme: 'dark', viewport: { width: 360, height: 740 } })));

test('feeds are valid', async () => {
  const feeds = await feedsIn(site);
  assert.equal(feeds.length, LANGUAGES.length);
  const reader = await Reader.open(browser, site);
  const page = await reader.visit('index.html');
  for (const feed of feeds) none(await feedProblems(site, feed, page));
  await reader.close();
});

test('the sitemap is valid', async () => none(await sitemapProblems(site)));

test('publishing again writes nothing', async () => {
  const report = JSON.parse(await khabar('publish', '--data', join(room, 'data'), '--to', site, '--json'));
  assert.equal(report.written + report.removed + report.failed, 0, JSON.stringify(report).slice(0, 500));
});

// One page of each kind and every article, since articles differ by what they hold, in three
// languages. In dark colours all pages would take a minute more.
function kinds() {
  const inside = (lang, folder) => pages.find((page) => page.startsWith(`${lang}/${folder}`));
  return ['index.html', '404.html', ...['en', 'fa', 'ps'].flatMap((lang) => [
    `${lang}/index.html`, `${lang}/about.html`, inside(lang, 'section/'), inside(lang, 'tag/'),
    ...pages.filter((page) => page.startsWith(`${lang}/`) && page.split('/').length === 2),
  ])].filter((page) => page && pages.includes(page));
}
