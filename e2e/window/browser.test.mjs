// "Open in browser": the published folder on an address of this machine alone, handed to
// the system's opener. The opener here is a stand-in that notes what it was given.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, watch, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';

import { openBrowser } from '../harness/browser.mjs';
import { begin, call, goTo } from '../harness/desk.mjs';
import { step } from '../harness/steps.mjs';
import { Window } from '../harness/window.mjs';

let window, room, browser;
const opened = () => join(room, 'opened');
const openers = (script) => writeFile(join(room, 'bin/xdg-open'), `#!/bin/sh\n${script}\n`);

before(async () => {
  room = await mkdtemp(join(tmpdir(), 'khabar-browser-'));
  for (const folder of ['bin', 'stick']) await mkdir(join(room, folder));
  await openers('printf %s "$1" >"$OPENED.part" && mv "$OPENED.part" "$OPENED"');
  await chmod(join(room, 'bin/xdg-open'), 0o755);
  browser = await openBrowser();
  const env = { PATH: `${join(room, 'bin')}:${process.env.PATH}`, OPENED: opened() };
  window = await Window.open({ lang: 'en_US.UTF-8', env });
  await begin(window, { sample: true });
});
after(async () => {
  await window?.close();
  await browser?.close();
  await rm(room, { recursive: true, force: true });
});

let address;
step('the opener gets an address of this machine', async () => {
  const path = join(room, 'stick');
  await call(window, 'SaveDestination', { id: '', kind: 'folder', name: 'USB stick', path, published: '', missing: false });
  await goTo(window, 'publish');
  await window.click('[data-act=publish-site]');
  await window.find('.results[data-outcome=done]');
  await window.click('[data-act=open-site]');
  address = await given();
  assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/$/);
});

step('a browser finds the published site there, with its pages, styles and pictures', async () => {
  const page = await browser.newPage({ locale: 'fa' });
  const failed = [];
  page.on('response', (answer) => answer.status() >= 400 && failed.push(answer.url()));
  await page.goto(`${address}fa/`);
  assert.equal(await page.getAttribute('html', 'dir'), 'rtl');
  await page.click('article h2 a, article h3 a, h2 a');
  const file = decodeURIComponent(new URL(page.url()).pathname).slice(1);
  assert.equal(await (await fetch(page.url())).text(), await readFile(join(room, 'stick', file), 'utf8'));
  assert.deepEqual(failed, []);
  await page.close();
});

step('where nothing can open it, the address is said, to be copied', async () => {
  await openers('exit 3');
  await window.click('[data-act=open-site]');
  const said = address.replace(/\/$/, '');
  await window.shows('[data-destination] [role=alert]', said);
  assert.equal(await window.run((said) => globalThis.find(said) && String(getSelection()), said), said);
});

step('the address is nobody\'s once Khabar is closed', async () => {
  await window.restart();
  await assert.rejects(fetch(address));
});

// What the opener was given, once it was.
async function given() {
  const changes = watch(room, { signal: AbortSignal.timeout(15_000) });
  while (!existsSync(opened())) await changes.next();
  return readFile(opened(), 'utf8');
}
