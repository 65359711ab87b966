// The reader's browser: Chromium without a window, shown a published folder at an
// address of its own. Whatever a page asks of any other address is refused and noted.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

import { chromium } from 'playwright-core';

const ORIGIN = 'http://site.test';
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const TYPES = {
  '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.xml': 'application/xml',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.gif': 'image/gif', '.woff2': 'font/woff2',
};

/** Opens Chromium: the system's, or Playwright's own where there is none. */
export function openBrowser() {
  return chromium.launch({ executablePath: INSTALLED.find(existsSync), args: QUIET });
}

/** A reader of the site in `folder`. `strangers` are the addresses outside it that were asked for. */
export class Reader {
  static async open(browser, folder, options = {}) {
    const reader = new Reader();
    reader.strangers = [];
    reader.missing = [];
    reader.context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    await reader.context.route('**/*', (route) => reader.answer(route, folder));
    reader.page = await reader.context.newPage();
    return reader;
  }

  async answer(route, folder) {
    const url = new URL(route.request().url());
    if (url.origin !== ORIGIN) {
      this.strangers.push(url.href);
      return route.abort();
    }
    const file = decodeURIComponent(url.pathname).replace(/\/$/, '/index.html').slice(1);
    const body = await readFile(join(folder, file)).catch(() => null);
    if (!body) {
      this.missing.push(file);
      return route.fulfill({ status: 404, body: 'not found' });
    }
    const contentType = `${TYPES[extname(file)] ?? 'application/octet-stream'}; charset=utf-8`;
    return route.fulfill({ body, contentType });
  }

  /** Opens a page by its path in the folder. */
  async visit(file) {
    await this.page.goto(address(file));
    return this.page;
  }

  close() {
    return this.context.close();
  }
}

/** Where a reader finds a file of the folder. */
export function address(file) {
  return `${ORIGIN}/${file.split('/').map(encodeURIComponent).join('/')}`;
}
