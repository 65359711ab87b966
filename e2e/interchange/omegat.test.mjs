// Files for translators' programs, put through one of them: what it makes of them comes back.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';

import { khabar } from '../harness/command.mjs';
import { Project } from './omegat.mjs';
import { Schemas } from './schemas.mjs';

const execute = promisify(execFile);
const STORY = '4mh6kqqxkbqf6o4j'; // of the sample: headings, lists, no edition in Russian
let room, data, schemas;

before(async () => {
  room = await mkdtemp(join(tmpdir(), 'khabar-interchange-'));
  data = join(room, 'data');
  schemas = await Schemas.gather(room);
  await khabar('sample', '--data', data);
});
after(() => rm(room, { recursive: true, force: true }));

const run = async (...args) => JSON.parse(await khabar(...args, '--data', data, '--json'));

// Somebody translates: other words, the same marks, which OmegaT writes as <f0/>.
const shout = (segment) => segment.replace(/(&lt;.*?&gt;|&\w+;)|\p{Ll}/gu, (letter, mark) => mark ?? letter.toUpperCase());

test('an edition goes out, is translated in OmegaT, and comes back with all its marks', async () => {
  const project = await Project.create(join(room, 'shouting'), 'en', 'ru');
  const { units } = await run('translate', 'export', `${STORY}.ru`, project.in('source', 'out.xlf'), '--from', 'en');
  const memory = project.in('segments.tmx');
  await project.segments(memory);
  const text = await readFile(memory, 'utf8');
  assert.equal(text.match(/<tu>/g).length, units);

  const translated = text.replace(/(<tuv (?:xml:)?lang="ru"[^>]*>\s*<seg>)(.*?)(?=<\/seg>)/gis, (_, head, segment) => head + shout(segment));
  await writeFile(project.in('tm', 'auto', 'shouting.tmx'), translated);
  await project.translate();
  const report = await run('translate', 'import', project.in('target', 'out.xlf'));
  assert.deepEqual({ ...report, edition: '' }, { edition: '', taken: units, unchanged: 0, left: 0, stale: 0, problems: [] });

  // What came back is what goes out the next time.
  const [first, second] = [join(room, 'again.1.xlf'), join(room, 'again.2.xlf')];
  await run('translate', 'export', `${STORY}.ru`, first);
  await run('translate', 'export', `${STORY}.ru`, second, '--format', '2.1');
  assert.match(await readFile(second, 'utf8'), /THE LOOM STANDS AT HOME/);
  assert.equal((await schemas.xliff1(first)) + (await schemas.xliff2(second)), '');

  await khabar('export', join(room, 'tree'), '--data', data);
  const { stdout } = await execute('grep', ['-rl', 'THE LOOM STANDS AT HOME', join(room, 'tree')]);
  const body = await readFile(stdout.trim(), 'utf8');
  assert.match(body, /^## THE LOOM STANDS AT HOME$/m);
  assert.match(body, /^- WOOL FROM AUTUMN SHEARING, SPUN BY HAND;$/m);
});

test('the translation memory is valid TMX, and OmegaT translates from it', async () => {
  const project = await Project.create(join(room, 'remembering'), 'en', 'de');
  const memory = project.in('tm', 'auto', 'memory.tmx');
  await khabar('memory', 'export', memory, '--data', data);
  assert.equal(await schemas.tmx(memory), '');

  // The German edition as if nobody had made it yet.
  const file = project.in('source', 'out.xlf');
  await run('translate', 'export', `${STORY}.de`, file, '--from', 'en');
  const made = await readFile(file, 'utf8');
  await writeFile(file, made.replace(/<source>(.*?)<\/source>\s*<target[^>]*>.*?<\/target>/gs, '<source>$1</source><target>$1</target>'));
  await project.translate();
  const again = await readFile(project.in('target', 'out.xlf'), 'utf8');
  const targets = (text) => [...text.matchAll(/<target[^>]*>([^<]*)<\/target>/g)].map(([, words]) => words);
  assert.ok(targets(made).length >= 7);
  assert.deepEqual(targets(again), targets(made));
});
