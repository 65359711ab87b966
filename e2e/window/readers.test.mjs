// From the desk to the readers: the site published to a folder and read in Chromium,
// a correction that says so, and a withdrawal that leaves every list.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';

import { openBrowser, Reader } from '../harness/browser.mjs';
import { act, begin, call, goTo, newEdition, newStory, openStory, publish, save, writeBody } from '../harness/desk.mjs';
import { step } from '../harness/steps.mjs';
import { filesIn, filesWith } from '../harness/tree.mjs';
import { Window } from '../harness/window.mjs';

const PERSIAN = 'fa/بازار-کابل-گرم-می-شود.html';
const ENGLISH = 'en/the-kabul-market-warms-up.html';
let window, folder, browser, reader;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khabar-readers-'));
  browser = await openBrowser();
  reader = await Reader.open(browser, folder, { locale: 'fa' });
  window = await Window.open({ lang: 'en_US.UTF-8' });
  await begin(window);
});
after(async () => {
  await window?.close();
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

const article = (file) => readFile(join(folder, file), 'utf8');
const listed = async () => (await filesWith(folder, 'بازار کابل گرم می‌شود')).filter((file) => file.startsWith('fa/') && file !== PERSIAN);

step('a story is written in two languages and approved', async () => {
  await newStory(window, 'fa');
  await window.type('[data-field=headline]', 'بازار کابل گرم می‌شود');
  await window.type('[data-field=summary]', 'گزارشی از بازار.');
  await writeBody(window, 'قیمت‌ها ');
  await window.press('Control+b');
  await window.keys('بالا');
  await window.press('Control+b');
  await window.keys(' می‌روند.');
  await save(window);
  await act(window, 'approve', 'approved');
  await act(window, 'publish', 'live');
  await newEdition(window, 'en');
  await window.type('[data-field=headline]', 'The Kabul market warms up');
  await writeBody(window, 'Prices rise.');
  await save(window);
  await act(window, 'approve', 'approved');
  await act(window, 'publish', 'live');
});

step('the site learns its address', async () => {
  await goTo(window, 'publish');
  await window.click('[data-act=tab-site]');
  await window.fill('[data-field=site-address]', 'https://news.example/');
  await window.click('[data-act=save-site]');
  await window.until(() => document.querySelector('[data-act=save-site]').disabled);
});

step('it is published to a folder, and a second time nothing is written', async () => {
  // The system's own dialog for folders cannot be driven: its answer is given to the backend.
  await call(window, 'SaveDestination', { id: '', kind: 'folder', name: 'USB stick', path: folder, published: '', missing: false });
  await goTo(window, 'stories');
  assert.equal(await publish(window), 'done');
  await window.click('[data-act=publish-site]');
  await window.find('.results[data-outcome=same]');
  const files = await filesIn(folder);
  for (const file of ['index.html', PERSIAN, ENGLISH, 'fa/feed.xml', 'sitemap.xml', '404.html']) assert.ok(files.includes(file), file);
});

step('the page has the text, its direction and the other language', async () => {
  const page = await reader.visit(PERSIAN);
  assert.equal(await page.getAttribute('html', 'dir'), 'rtl');
  assert.equal(await page.getAttribute('html', 'lang'), 'fa');
  assert.equal(await page.innerText('h1'), 'بازار کابل گرم می‌شود');
  assert.equal(await page.innerText('.body p'), 'قیمت‌ها بالا می\u200cروند.');
  assert.equal(await page.innerText('.body strong'), 'بالا');
  const other = await page.getAttribute('link[hreflang=en]', 'href');
  assert.equal(other, `https://news.example/${ENGLISH}`);
  await page.click('details.languages summary');
  await page.click('details.languages a[hreflang=en]');
  assert.equal(await page.innerText('h1'), 'The Kabul market warms up');
  assert.equal(await page.getAttribute('html', 'dir'), 'ltr');
});

step('the reading list keeps a page, and gives it back after a slip', async () => {
  const page = await reader.visit(PERSIAN);
  await page.click('article .save');
  await page.reload();
  await page.click('#reading-open');
  assert.equal(await page.innerText('#reading-items a'), 'بازار کابل گرم می‌شود');
  await page.click('#reading-items button');
  await page.waitForSelector('#reading-empty:visible');
  await page.click('#toast button');
  await page.waitForSelector('#reading-items a');
  await page.click('#reading-items a');
  assert.equal(await page.innerText('h1'), 'بازار کابل گرم می‌شود');
});

step('a correction is shown with its notice', async () => {
  await openStory(window, 'بازار کابل');
  await writeBody(window, ' این از امروز است.');
  await save(window);
  assert.ok(!(await article(PERSIAN)).includes('این از امروز است.'));
  await act(window, 'approve', 'approved');
  await act(window, 'correct', 'corrected', 'روز نادرست نوشته شده بود.');
  assert.equal(await publish(window), 'done');
  const page = await reader.visit(PERSIAN);
  assert.match(await page.innerText('.body'), /این از امروز است\./);
  assert.match(await page.innerText('main'), /روز نادرست نوشته شده بود\./);
});

step('a withdrawn edition leaves a notice, and every list; the other one stays', async () => {
  assert.ok((await listed()).includes('fa/feed.xml'));
  await openStory(window, 'بازار کابل');
  await act(window, 'withdraw', 'withdrawn', 'این گزارش نادرست بود.');
  assert.equal(await publish(window), 'done');
  const page = await reader.visit(PERSIAN);
  assert.match(await page.innerText('main'), /این گزارش نادرست بود\./);
  assert.ok(!(await page.innerText('main')).includes('بالا می'));
  assert.deepEqual(await listed(), []);
  assert.ok(!(await article('sitemap.xml')).includes(encodeURIComponent('بازار')));
  assert.equal(await (await reader.visit(ENGLISH)).innerText('h1'), 'The Kabul market warms up');
  assert.deepEqual(reader.strangers, []);
});
