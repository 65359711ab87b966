// What is asked of every page and every view for people with other eyes, ears and hands.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { path } from './paths.mjs';

export const AXE = join(path.packages, 'axe-core/axe.min.js');

export const RULES = {
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** What axe-core finds, one line each, after the place where it was found. */
export function described(where, violations) {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${where}: ${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}

/** Teaches the page of a window to ask axe-core, and to stand still while it is looked at. */
export async function equip(window) {
  await window.session.script(await readFile(AXE, 'utf8')); // the policy of the page refuses eval
  await window.run(() => {
    const still = new CSSStyleSheet();
    still.replaceSync('*, ::before, ::after, ::backdrop { transition: none !important; animation: none !important; }');
    document.adoptedStyleSheets.push(still);
  });
}

/** What axe-core finds in a window as it is now. Frames are looked at as pages of their own. */
export async function violations(window, where) {
  const found = await window.runAsync(async (rules) => (await globalThis.axe.run(document, rules)).violations, {
    ...RULES,
    iframes: false,
    preload: false, // of style sheets and films, for rules that are not asked
  });
  return described(where, found);
}
