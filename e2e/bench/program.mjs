// What the command line and the site take: import, publication, one page.
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { khabar } from '../harness/command.mjs';
import { path } from '../harness/paths.mjs';
import { writeCorpus } from './corpus.mjs';
import { time } from './figures.mjs';

const execute = promisify(execFile);

async function taken(work) {
  const start = performance.now();
  await work();
  return time(performance.now() - start);
}

/** Makes a newsroom of a size, on top of the sample; gives its data folder and how long the import took. */
export async function importCorpus(room, editions) {
  const manuscripts = join(room, `manuscripts-${editions}`);
  const data = join(room, `data-${editions}`);
  await mkdir(manuscripts);
  await writeCorpus(manuscripts, editions);
  await khabar('sample', '--data', data);
  return { data, took: await taken(() => khabar('import', '--live', '--json', '--data', data, manuscripts)) };
}

/** The rows about publishing a newsroom to a folder, the first time and again. */
export async function publication(room, data, editions) {
  const to = join(room, `site-${editions}`);
  let report;
  const publish = async () => void (report = JSON.parse(await khabar('publish', '--json', '--data', data, '--to', to)));
  const first = await taken(publish);
  const again = await taken(publish);
  const pages = report.total.toLocaleString('en');
  return [[`Publish ${editions.toLocaleString('en')} editions to a folder (${pages} files); again, unchanged`, `${first}; ${again}`]];
}

/** The rows about rendering, from the Go benchmarks of the site. */
export async function rendering() {
  const env = { ...process.env, CGO_ENABLED: '0' };
  const args = ['test', '-run', '^$', '-bench', 'Page|Build', '-benchtime', '2x', './backend/site'];
  const { stdout } = await execute('go', args, { cwd: path.root, env });
  const found = (name) => {
    const [, ns] = stdout.match(new RegExp(`^Benchmark${name}(?:-\\d+)?\\s+\\d+\\s+([\\d.]+) ns/op`, 'm')) ?? [];
    return ns ? time(ns / 1e6) : 'not measured';
  };
  return [
    ['Render one article; a home page (site of 10,000 editions)', `${found('Page/article')}; ${found('Page/home')}`],
    ['Build every page of 1,000 editions in memory; of 10,000', `${found('Build/1000')}; ${found('Build/10000')}`],
  ];
}
