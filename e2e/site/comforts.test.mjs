// What readers get where scripts run, in their browser: the reading list, search, galleries, text size
// and colours; and that nothing of it is needed.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { openBrowser, Reader } from '../harness/browser.mjs';
import { khabar } from '../harness/command.mjs';
import { pagesIn } from '../harness/tree.mjs';

let room, site, pages, browser;

before(async () => {
  room = await mkdtemp(join(tmpdir(), 'khabar-comforts-'));
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

async function reader(options, walk) {
  const one = await Reader.open(browser, site, options);
  try {
    await walk(one);
    assert.deepEqual(one.strangers, [], 'asked of strangers');
  } finally {
    await one.close();
  }
}

const articleOf = (lang) => pages.find((page) => page.startsWith(`${lang}/`) && page.split('/').length === 2 && !/\/(index|about|search)\.html$/.test(page));

async function withGallery(lang) {
  for (const page of pages.filter((p) => p.startsWith(`${lang}/`)))
    if ((await readFile(join(site, page), 'utf8')).includes('class="gallery"')) return page;
  throw new Error(`no page with a gallery in ${lang}`);
}

test('a reader finds a Persian headline, whatever kaf and ye are typed, by keyboard', () =>
  reader({}, async (one) => {
    const page = await one.visit('fa/index.html');
    const headline = (await page.locator('.headline a').first().textContent()).trim();
    const word = headline.split(/[^\p{L}\u200c]+/u).find((w) => [...w].length > 3);
    await page.goto(new URL('search.html', page.url()).href);
    await page.locator('#search-words').fill(word.replaceAll('ی', 'ي').replaceAll('ک', 'ك').slice(0, 4));
    await page.locator('.hits mark').first().waitFor();
    assert.ok((await page.locator('.hits a').allTextContents()).includes(headline));
    assert.match(page.url(), /\?q=/);
    await page.locator('#search-words').press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/fa\/[^/]+\.html$/);
    await page.goBack();
    await page.locator('.hits mark').first().waitFor();
    await page.locator('#search-words').fill('ژژژژ');
    await page.locator('#search-says:not([hidden])').waitFor();
  }));

test('without scripts the search page leads to the sections', () =>
  reader({ javaScriptEnabled: false }, async (one) => {
    const page = await one.visit('en/search.html');
    assert.equal(await page.locator('#search').isVisible(), false);
    assert.ok(await page.locator('.section-list a').first().isVisible());
  }));

test('text size and colours stay from page to page', () =>
  reader({ colorScheme: 'light' }, async (one) => {
    const page = await one.visit('fa/index.html');
    const looks = () => page.evaluate(() => [getComputedStyle(document.documentElement).fontSize, getComputedStyle(document.body).backgroundColor]);
    const before = await looks();
    await page.locator('#look summary').click();
    await page.locator('input[value="large"]').check();
    await page.locator('input[value="dark"]').check();
    const chosen = await looks();
    assert.notEqual(chosen[0], before[0]);
    assert.notEqual(chosen[1], before[1]);
    await one.visit(articleOf('fa'));
    assert.deepEqual(await looks(), chosen);
  }));

test('a gallery is walked through by keyboard, to the left in Persian', () =>
  reader({ viewport: { width: 390, height: 800 } }, async (one) => {
    const page = await one.visit(await withGallery('fa'));
    const first = page.locator('.gallery .zoom').first();
    await first.focus();
    await page.keyboard.press('Enter');
    const shown = () => page.locator('#viewer-picture img').getAttribute('src');
    const before = await shown();
    await page.keyboard.press('ArrowLeft');
    assert.notEqual(await shown(), before);
    await page.keyboard.press('ArrowRight');
    assert.equal(await shown(), before);
    await page.mouse.move(100, 400);
    await page.mouse.down();
    await page.mouse.move(250, 400);
    await page.mouse.up();
    assert.notEqual(await shown(), before);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#viewer').isVisible(), false);
    assert.ok(await first.evaluate((b) => b === document.activeElement));
  }));

test('a story is put on the reading list, removed and put back', () =>
  reader({}, async (one) => {
    const page = await one.visit(articleOf('fa'));
    await page.locator('.actions [data-save]').click();
    await page.locator('#reading-open').click();
    await page.locator('#reading-items .tool').click();
    assert.equal(await page.locator('#reading-items li').count(), 0);
    await page.locator('#toast button').click();
    assert.equal(await page.locator('#reading-items li').count(), 1);
  }));

for (const lang of ['en', 'fa'])
  test(`an article is readable with scripts off: ${lang}`, () =>
    reader({ javaScriptEnabled: false }, async (one) => {
      const page = await one.visit(articleOf(lang));
      assert.ok(await page.locator('h1').isVisible());
      assert.ok((await page.locator('.body').innerText()).length > 200);
      assert.equal(await page.locator('#reading-open, #look, .save').filter({ visible: true }).count(), 0);
    }));
