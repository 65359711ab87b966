// The system's own dialogs for folders and pictures: they open, what is chosen arrives,
// and who cancels finds everything as it was.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';

import { begin, goTo, newStory, panel } from '../harness/desk.mjs';
import { Dialog } from '../harness/dialog.mjs';
import { photograph } from '../harness/photograph.mjs';
import { step } from '../harness/steps.mjs';
import { Window } from '../harness/window.mjs';

let window, room;
before(async () => {
  room = await mkdtemp(join(tmpdir(), 'khabar-dialogs-'));
  await mkdir(join(room, 'stick'));
  await writeFile(join(room, 'IMG_0042.JPG'), await photograph());
  window = await Window.open({ lang: 'en_US.UTF-8' });
  await begin(window);
});
after(async () => {
  await window?.close();
  await rm(room, { recursive: true, force: true });
});

const faults = () => window.run(() => [...document.querySelectorAll('[role=alert]')].map((fault) => fault.innerText));

// Notes when the window has its answer from Go: a cancelled dialog changes nothing to wait for.
const listen = (method) => window.run((method) => {
  const { App } = globalThis.go.app;
  const real = App[method];
  globalThis.answered = false;
  App[method] = (...args) => real(...args).finally(() => {
    App[method] = real;
    globalThis.answered = true;
  });
}, method);
const answered = () => window.until(() => globalThis.answered);

step('a folder that is not chosen is no destination', async () => {
  await goTo(window, 'publish');
  await listen('ChooseFolder');
  await window.click('[data-act=add-folder]');
  await (await Dialog.open('Add a folder')).press('Escape');
  await answered();
  await window.find('[data-act=add-folder-first]');
  assert.deepEqual(await faults(), []);
});

step('a folder that is chosen is one', async () => {
  await window.click('[data-act=add-folder-first]');
  await (await Dialog.open('Add a folder')).choose(join(room, 'stick'));
  await window.shows('[data-destination]', join(room, 'stick'));
});

step('a lead picture that is not chosen leaves its place empty', async () => {
  await newStory(window, 'en');
  await panel(window, 'story');
  await listen('ChoosePicture');
  await window.click('[data-act=choose-lead]');
  await (await Dialog.open('Choose a picture')).press('Escape');
  await answered();
  await window.find('[data-act=choose-lead]');
  assert.deepEqual(await faults(), []);
  assert.equal(await window.run(() => document.querySelectorAll('[data-act=remove-lead]').length), 0);
});

step('one that a camera named in capitals can be chosen, and is shown', async () => {
  await window.click('[data-act=choose-lead]');
  await (await Dialog.open('Choose a picture')).choose(join(room, 'IMG_0042.JPG'));
  await window.find('[data-act=remove-lead]');
  await window.until(() => document.querySelector('.lead img')?.naturalWidth === 640);
});
