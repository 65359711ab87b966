// Every file that goes to translators' programs is what its format says: over the whole
// sample, in all directions, and again when one of those programs has written it.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';

import { khabar } from '../harness/command.mjs';
import { Project } from './omegat.mjs';
import { Schemas } from './schemas.mjs';

let room, data, schemas, directions;

before(async () => {
  room = await mkdtemp(join(tmpdir(), 'khabar-schemas-'));
  data = join(room, 'data');
  await mkdir(join(room, 'schemas'));
  schemas = await Schemas.gather(join(room, 'schemas'));
  await khabar('sample', '--data', data);
  directions = await allDirections();
});
after(() => rm(room, { recursive: true, force: true }));

// From every edition of every story into every other language, written or not.
async function allDirections() {
  const { stories, languages } = JSON.parse(await khabar('coverage', '--limit', '1000', '--data', data, '--json'));
  const all = stories.flatMap(({ story, cells }) => {
    const written = cells.filter((cell) => cell.edition).map((cell) => cell.lang);
    return written.flatMap((from) => languages.filter((to) => to !== from).map((to) => ({ story, from, to })));
  });
  assert.ok(stories.length > 10 && all.length > 500, `only ${all.length} directions of ${stories.length} stories`);
  return all;
}

// Writes the files of all directions into a new folder, each under a name that tells which it is.
async function exportAll(version, wanted = directions) {
  const folder = await mkdtemp(join(room, `xliff-${version}-`));
  const left = [...wanted];
  const names = [];
  const work = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      const file = join(folder, `${next.story}.${next.from}-${next.to}.xlf`);
      await khabar('translate', 'export', `${next.story}.${next.to}`, file, '--from', next.from, '--format', version, '--data', data);
      names.push(file);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return names;
}

// A copy of a file in which something is replaced.
async function broken(file, what, by) {
  const text = await readFile(file, 'utf8');
  const other = text.replace(what, by);
  assert.notEqual(other, text, `${what} is not in ${file}`);
  const copy = join(await mkdtemp(join(room, 'broken-')), basename(file));
  await writeFile(copy, other);
  return copy;
}

// What the schema of version 2 cannot say: the marks of a unit have ids of their own, those of
// the target are those of the source, and what they stand for is in the unit.
function loose(text) {
  const wrong = [];
  for (const [unit, id] of text.matchAll(/<unit id="([^"]*)".*?<\/unit>/gs)) {
    const [source, target = ''] = [...unit.matchAll(/<(source|target)>(.*?)<\/\1>/gs)].map(([, , inside]) => inside);
    const ids = (inside) => [...inside.matchAll(/<(?:pc|ph) id="(\d+)"/g)].map(([, mark]) => mark);
    for (const marks of [ids(source), ids(target)]) if (new Set(marks).size < marks.length) wrong.push(`${id}: an id twice`);
    for (const [, ref] of unit.matchAll(/ dataRef(?:Start|End)?="([^"]*)"/g)) if (!unit.includes(`<data id="${ref}">`)) wrong.push(`${id}: ${ref} stands for nothing`);
  }
  return wrong;
}

test('every edition in every direction is valid XLIFF 1.2, also as OmegaT writes it', async () => {
  const files = await exportAll('1.2');
  assert.equal(files.length, directions.length);
  assert.equal(await schemas.xliff1(...files), '');

  for (const [from, to] of [['en', 'ru'], ['fa', 'en'], ['de', 'tg']]) {
    const project = await Project.create(join(room, `${from}-${to}`), from, to);
    for (const file of files.filter((name) => name.endsWith(`.${from}-${to}.xlf`)))
      await writeFile(project.in('source', basename(file)), await readFile(file));
    const memory = project.in('tm', 'auto', 'same.tmx');
    await project.segments(memory);
    await project.translate();
    const back = (await readdir(project.in('target'))).map((name) => project.in('target', name));
    assert.ok(back.length > 3, `${back.length} files from ${from} to ${to}`);
    assert.equal(await schemas.xliff1(...back), '');
  }
});

test('every edition in every direction is valid XLIFF 2.1', async () => {
  const files = await exportAll('2.1');
  assert.equal(files.length, directions.length);
  assert.equal(await schemas.xliff2(...files), '');
  for (const file of files) assert.deepEqual(loose(await readFile(file, 'utf8')), [], file);
});

test('the names are valid TBX-Basic and the memory is valid TMX', async () => {
  const [names, memory] = [join(room, 'names.tbx'), join(room, 'memory.tmx')];
  await khabar('names', 'export', names, '--data', data);
  await khabar('memory', 'export', memory, '--data', data);
  assert.equal(await schemas.tbx(names), '');
  assert.equal(await schemas.tmx(memory), '');
});

test('a file that is broken is found out', async () => {
  const { story } = directions.find(({ from, to }) => from === 'en' && to === 'de');
  const one = [{ story, from: 'en', to: 'de' }];
  const [first] = await exportAll('1.2', one);
  const [second] = await exportAll('2.1', one);
  const [names, memory] = [join(room, 'names.tbx'), join(room, 'memory.tmx')];
  for (const [what, by, words] of [
    [' datatype="plaintext"', '', /datatype.*required/],
    ['state="translated"', 'state="done"', /'done' is not a valid value/],
    ['<source>', '<origin/><source>', /origin/],
  ])
    assert.match(await schemas.xliff1(await broken(first, what, by)), words);
  for (const [what, by, words] of [
    [/<unit id="[^"]*"/, '<unit', /id.*required/],
    [/<segment state="[^"]*"/, '<segment state="done"', /'done' is not/],
    [/<notes>.*?<\/notes>/s, '<notes/>', /Missing child/],
  ])
    assert.match(await schemas.xliff2(await broken(second, what, by)), words);
  assert.deepEqual(loose('<unit id="u"><source><ph id="1" dataRef="d1"/><ph id="1" dataRef="d1"/></source></unit>'), ['u: an id twice', 'u: d1 stands for nothing', 'u: d1 stands for nothing']);
  assert.match(await schemas.tmx(await broken(memory, '<tuv xml:lang=', '<tuv dialect=')), /dialect/);
  assert.match(await schemas.tbx(await broken(names, 'langSet', 'langSec')), /mismatch/);
  assert.match(await schemas.tbx(await broken(names, /<tig>(.*?)<\/tig>/s, '<tag>$1</tag>')), /tag.*not expected/);
  assert.match(await schemas.tbx(await broken(names, '>preferredTerm-admn-sts<', '>preferred<')), /fails to validate/);
  assert.match(await schemas.tbx(await broken(names, '"subjectField"', '"figure"')), /fails to validate/);
});
