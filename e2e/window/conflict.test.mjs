// Two devices of one member write different words into the same paragraph. In the real
// window both are shown, a person settles it, and the other device learns of that.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { promisify } from 'node:util';

import { khabar } from '../harness/command.mjs';
import { begin, BODY, newStory, openStory, save } from '../harness/desk.mjs';
import { path } from '../harness/paths.mjs';
import { step } from '../harness/steps.mjs';
import { Window } from '../harness/window.mjs';

let room, window;
const home = (device) => join(room, device);
const data = (device) => join(home(device), '.local/share/khabar');
const devices = (...args) => promisify(execFile)(path.devices, args);

before(async () => {
  room = await mkdtemp(join(tmpdir(), 'khabar-conflict-'));
  for (const device of ['field', 'desk']) await mkdir(join(home(device), '.local/share'), { recursive: true });
});
after(async () => {
  await window?.close();
  await rm(room, { recursive: true, force: true });
});

// Goes over to a device: one window at a time.
async function at(device) {
  await leave();
  window = await Window.open({ lang: 'en_US.UTF-8', home: home(device) });
}

async function leave() {
  await window?.close();
  window = null;
}

async function write(text, saved = true) {
  await window.click(BODY);
  await window.press('Control+a');
  await window.keys(text);
  await window.until((css, text) => document.querySelector(css).textContent === text, BODY, text);
  if (saved) await save(window);
}

const shown = (words) => window.until((css, words) => document.querySelector(css)?.textContent.includes(words), BODY, words);

step('a story is on two devices of one member', async () => {
  await at('field');
  await begin(window);
  await newStory(window, 'en');
  await window.type('[data-field=headline]', 'The bridge');
  await write('The bridge is open.');
  await leave();
  await devices('enrol', data('field'), data('desk'));
  await at('desk');
  await openStory(window, 'The bridge');
  await write('The bridge is closed.');
});

step('what the other device wrote stands beside what stands here', async () => {
  await at('field');
  await openStory(window, 'The bridge');
  await write('The bridge is half open.');
  await leave();
  await devices('bring', data('desk'), data('field'));
  await at('field');
  await openStory(window, 'The bridge');
  await window.find('[data-panel=conflict]');
  await shown('The bridge is closed.');
  await shown('The bridge is half open.');
});

step('while both stand there, nobody says by mistake that it is settled', async () => {
  assert.ok(await window.run(() => document.querySelector('[data-act=resolve]').disabled));
  await save(window);
  await window.find('[data-panel=conflict]');
});

step('a person writes what holds and settles it', async () => {
  await write('The bridge is closed to lorries.', false);
  await window.click('[data-act=resolve]');
  await window.gone('[data-panel=conflict]');
  await window.find('[data-safety=saved]');
});

step('the other device shows what was settled, and no conflict', async () => {
  await leave();
  await devices('bring', data('field'), data('desk'));
  await at('desk');
  await openStory(window, 'The bridge');
  await shown('The bridge is closed to lorries.');
  assert.equal(await window.run(() => document.querySelectorAll('[data-panel=conflict]').length), 0);
  await leave();
});

step('both newsrooms are whole: nothing refused, nothing put aside', async () => {
  for (const device of ['field', 'desk']) {
    const { faults, parked, refused } = JSON.parse(await khabar('verify', '--data', data(device), '--json'));
    assert.deepEqual({ faults, parked, refused }, { faults: [], parked: 0, refused: 0 });
  }
});
