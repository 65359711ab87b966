// Pages as people with other eyes, ears and hands meet them: axe-core in Chromium.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { AXE, described, RULES } from '../harness/axe.mjs';
import { Reader } from '../harness/browser.mjs';

const TABS = 2;

/**
 * The violations on the given pages, and what a page asked of strangers, wrote to the
 * console or drew wider than the screen.
 * @param {object} how options of the browser's context: colours, size of the screen
 */
export async function accessProblems(browser, folder, pages, how = {}) {
  const waiting = await staying(folder, pages);
  const problems = [];
  const tab = async () => {
    const reader = await Reader.open(browser, folder, how);
    let file;
    reader.page.on('pageerror', (error) => problems.push(`${file}: ${error.message}`));
    reader.page.on('console', (line) => line.type() === 'error' && problems.push(`${file}: ${line.text()}`));
    while ((file = waiting.shift())) problems.push(...(await look(await reader.visit(file), file)));
    problems.push(...reader.strangers.map((address) => `asked for ${address}`));
    await reader.close();
  };
  await Promise.all(Array.from({ length: TABS }, tab));
  return problems.sort();
}

// Pages that a browser stays on: an address that has moved leads on at once.
async function staying(folder, pages) {
  const texts = await Promise.all(pages.map((page) => readFile(join(folder, page), 'utf8')));
  return pages.filter((_, i) => !texts[i].includes('http-equiv="refresh"'));
}

async function look(page, file) {
  await page.addScriptTag({ path: AXE });
  const { violations, wide } = await page.evaluate(async (options) => {
    const root = document.documentElement;
    return { ...(await globalThis.axe.run(document, options)), wide: root.scrollWidth - root.clientWidth };
  }, RULES);
  const found = described(file, violations);
  return wide > 0 ? [...found, `${file}: is ${wide} pixels wider than the screen`] : found;
}
