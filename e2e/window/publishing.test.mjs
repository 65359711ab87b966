// A long publication: stopped in the middle, looked away from, cut by closing the window.
// What readers find is whole at every moment, and the next publication finishes.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';

import { writeCorpus } from '../bench/corpus.mjs';
import { khabar } from '../harness/command.mjs';
import { call, goTo } from '../harness/desk.mjs';
import { step } from '../harness/steps.mjs';
import { filesIn } from '../harness/tree.mjs';
import { Window } from '../harness/window.mjs';

const EDITIONS = 1200;
let window, room, folder;

before(async () => {
  room = await mkdtemp(join(tmpdir(), 'khabar-publishing-'));
  folder = join(room, 'stick');
  await mkdir(folder);
  await writeCorpus(join(room, 'corpus'), EDITIONS);
  await khabar('import', '--live', '--data', join(room, 'home/.local/share/khabar'), join(room, 'corpus'));
  window = await Window.open({ lang: 'en_US.UTF-8', home: join(room, 'home') });
  await window.find('[data-view=work]');
  await call(window, 'SaveDestination', { id: '', kind: 'folder', name: 'USB stick', path: folder, published: '', missing: false });
});
after(async () => {
  await window?.close();
  await rm(room, { recursive: true, force: true });
});

// Begins, and waits until pages are being written.
async function begin() {
  await goTo(window, 'publish');
  await window.click('[data-act=publish-site]');
  await window.until(() => document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow') > 20);
}

async function finish() {
  await goTo(window, 'publish');
  await window.click('[data-act=publish-site]');
  await window.find('.results[data-outcome=done]');
}

async function stop() {
  await window.click('[data-act=stop-publish]');
  await window.find('.results[data-outcome=stopped]');
}

// Every page changes with the name of the site.
async function rename(name) {
  await goTo(window, 'publish');
  await window.click('[data-act=tab-site]');
  await window.fill('[data-field=site-name]', name);
  await window.click('[data-act=save-site]');
  await window.until(() => document.querySelector('[data-act=save-site]').disabled);
  await window.click('[data-act=tab-destinations]');
}

// What a reader finds: every file with its content. What Khabar is still writing has a name
// that no server gives out.
async function found() {
  const files = (await filesIn(folder)).filter((file) => !/(^|\/)\.khabar/.test(file));
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(join(folder, file), 'utf8')])));
}

// Fails where a file is neither as it was nor as it will be.
function whole(old, now, next) {
  for (const [file, text] of now) assert.ok(text === old.get(file) || text === next.get(file), `${file} is neither old nor new`);
}

const changed = (one, other) => [...one].filter(([file, text]) => other.get(file) !== text).length;

let first;
step('a first publication is stopped, and says what it has written and what it has not', async () => {
  await begin();
  await stop();
  for (const outcome of ['left', 'written']) {
    await window.click(`details[data-outcome=${outcome}] summary`);
    await window.find(`details[data-outcome=${outcome}] li`);
  }
  const cut = await found();
  await finish();
  first = await found();
  assert.ok(cut.size > 0 && cut.size < first.size);
  whole(new Map(), cut, first);
});

step('stopped while every page changes, each is old or new, and the next run finishes', async () => {
  await rename('The Second Name');
  await begin();
  await stop();
  const cut = await found();
  await finish();
  const second = await found();
  whole(first, cut, second);
  assert.ok(changed(first, cut) > 0 && changed(cut, second) > 0, 'some were written and some were not');
  first = second;
});

step('it goes on while one looks elsewhere', async () => {
  await rename('The Third Name');
  await begin();
  await goTo(window, 'stories');
  await goTo(window, 'publish');
  await window.find('.results[data-outcome=done]');
  first = await found();
});

step('closing the window stops it, and the next one finishes', async () => {
  await rename('The Fourth Name');
  await begin();
  await window.quit();
  await window.reopen();
  const cut = await found();
  await finish();
  const fourth = await found();
  whole(first, cut, fourth);
  assert.ok(changed(cut, fourth) > 0, 'it was stopped');
});
