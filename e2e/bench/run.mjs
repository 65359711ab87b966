// Measures Khabar and writes the table of the README to build/cache/bench.md.
//
//   make bench                     everything, some ten minutes
//   KHABAR_EDITIONS=5000 make bench   a smaller archive, for a quick look
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { khabar } from '../harness/command.mjs';
import { goTo } from '../harness/desk.mjs';
import { path } from '../harness/paths.mjs';
import { Window } from '../harness/window.mjs';
import { body } from './corpus.mjs';
import { searches } from './find.mjs';
import { machine, median, table, time, times } from './figures.mjs';
import { memory, memoryAtRest } from './memory.mjs';
import { importCorpus, publication, rendering } from './program.mjs';
import { firstPaints } from './start.mjs';
import { longTranslation, translationKeystrokes, translationOpenings } from './translate.mjs';
import { jumps, keystrokes, openFound, openings, saves, scrolling } from './use.mjs';

const EDITIONS = Number(process.env.KHABAR_EDITIONS || 50_000);
const RUNS = 7;
const LONG = 'Ten thousand words';
const count = EDITIONS.toLocaleString('en');
const rows = [];
const note = (...more) => {
  rows.push(...more);
  for (const [what, figure] of more) console.log(`${what}: ${figure}`);
};

const room = await mkdtemp(join(tmpdir(), 'khabar-bench-'));
try {
  note(['First frame, first start', time(median(await firstPaints(join(room, 'new'), RUNS)))]);
  const { data, took } = await importCorpus(room, EDITIONS);
  note([`Import ${count} editions`, took]);
  await importLong(data);
  note([`First frame with ${count} editions`, time(median(await firstPaints(data, RUNS)))]);
  await inTheWindow(data);
  for (const editions of [1000, 10_000]) {
    const { data: part } = await importCorpus(room, editions);
    note(...(await publication(room, part, editions)));
  }
  note(...(await rendering()));
} finally {
  await rm(room, { recursive: true, force: true });
}
await writeFile(join(path.root, 'build/cache/bench.md'), `Measured on ${await machine()}.\n\n${table(rows)}`);

// One edition that is as long as an essay.
async function importLong(data) {
  const file = join(room, 'long.md');
  await writeFile(file, `---\ntitle: "${LONG}"\nlang: fa\n---\n\n${body('fa', 10_000)}\n`);
  await khabar('import', '--data', data, file);
}

function megabytes({ total, parts }) {
  return `${total.toFixed(0)} MB (${parts.map(({ name, mb }) => `${name} ${mb.toFixed(0)}`).join(', ')})`;
}

async function inTheWindow(data) {
  const start = Date.now();
  const window = await Window.open({ env: { KHABAR_DATA: data } });
  try {
    await window.find('[data-view=work] .lists > *');
    note([`My work over ${count} editions in sight, with the time the driver takes`, time(Date.now() - start)]);
    const left = Date.now();
    await goTo(window, 'stories');
    await window.find('[data-list=stories] [data-edition]');
    note([`List of ${count} editions in sight, with the time the driver takes`, time(Date.now() - left)]);
    note([`Memory with ${count} editions in the list, all processes (PSS)`, megabytes(await memory(await window.pid()))]);
    note([`Jump anywhere in the list`, times(await jumps(window, 40))]);
    note([`Frame while the list runs by`, times(await scrolling(window, 200))]);
    note(...(await searches(window, EDITIONS)));
    note([`Open a story`, times(await openings(window, 8))]);
    note([`Save a revision of 450 words`, times(await saves(window, 20))]);
    await openFound(window, LONG, 'fa');
    note(['Key to frame at 10,000 words', times(await keystrokes(window, 100))]);
    note(['Save a revision of 10,000 words', times(await saves(window, 20))]);
    const long = await longTranslation(window, 2000);
    note(['Open a translation of 2,000 words', times(await translationOpenings(window, long, 12))]);
    note(['Key to frame in a translation of 2,000 words', times(await translationKeystrokes(window, 100))]);
    note(['Memory after all of this, at rest', megabytes(await memoryAtRest(await window.pid()))]);
  } finally {
    await window.close();
  }
}
