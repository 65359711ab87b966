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
import { act, begin, BODY, newStory, openStory, panel, save } from '../harness/desk.mjs';
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
  await window.until((css, text) => document.querySelector(css).innerText.trim() === text, BODY, text);
  if (saved) await save(window);
}

const places = (count) => window.until((n) => document.querySelectorAll('[data-place]').length === n, count);

const told = (css) => window.run((css) => [...document.querySelectorAll(css)].map((each) => each.innerText.trim()), css);

const shown = (words) => window.until((css, words) => document.querySelector(css)?.textContent.includes(words), BODY, words);

step('a story is on two devices of one member', async () => {
  await at('field');
  await begin(window);
  await newStory(window, 'en');
  await window.type('[data-field=headline]', 'The bridge');
  await write('The bridge is open.');
  await act(window, 'approve', 'approved');
  await act(window, 'publish', 'live');
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

step('it says whose each text is, and what differs', async () => {
  await places(1);
  const who = await told('[data-place] .who bdi');
  assert.deepEqual(who, ['Yours, on another device', 'Yours, on this device']);
  assert.deepEqual(await told('[data-place] .text'), ['The bridge is closed.', 'The bridge is half open.']);
  assert.deepEqual(await told('[data-place] mark'), ['closed', 'half open']);
});

step('while both stand there, nobody says by mistake that it is settled', async () => {
  assert.ok(await window.run(() => document.querySelector('[data-act=resolve]').disabled));
  await save(window);
  await places(1);
});

step('both can be kept, and that can be taken back', async () => {
  await window.click('[data-act=keep-both]');
  await places(0);
  await window.until((css) => document.querySelectorAll(`${css} > p`).length === 2, BODY);
  await window.click('[data-act=undo-choice]');
  await places(1);
});

step('an act on all editions corrects what readers see, and leaves the texts that differ to a person', async () => {
  await panel(window, 'story');
  await window.click('[data-act=across-name]');
  await window.fill('[data-field=across-spellings]', 'bridge');
  await window.fill('[data-field=words-en]', 'crossing');
  await window.click('[data-act=across-run]:not([disabled])');
  await window.find('[data-list=across][data-done=true] [data-does=correct]');
  await window.find('[data-list=across] [data-blocked="edition.unclear"]');
  await window.find('[data-list=across] [data-left=settle]');
  await window.click('[data-act=across-open]');
  await window.gone('[data-list=across]');
  await window.find('[data-panel=conflict]');
  await window.find('header [data-state=corrected]');
});

step('the keyboard alone keeps one and settles it', async () => {
  await window.find('[data-version="2"]'); // what the act on all editions wrote
  await window.run(() => document.querySelector('[data-version="0"] [data-act=keep-version]').focus());
  await window.press('Enter');
  await places(0);
  await window.until(() => document.activeElement?.matches('[data-act=resolve]'));
  assert.equal(await window.run((css) => document.querySelector(css).innerText.trim(), BODY), 'The bridge is closed.');
  await window.press('Enter');
  await window.gone('[data-panel=conflict]');
  await window.find('[data-safety=saved]');
});

step('nothing is lost: both texts are in the history', async () => {
  await window.click('[data-act=tab-history]');
  await window.find('[data-revision]');
  const bodies = await window.runAsync(async () => {
    const { Revision } = globalThis.go.app.App;
    const lines = [...document.querySelectorAll('[data-revision]')];
    return (await Promise.all(lines.map((line) => Revision(line.dataset.revision)))).map(({ body }) => body);
  });
  for (const text of ['The bridge is closed.', 'The bridge is half open.']) assert.ok(bodies.includes(text), text);
});

step('the other device shows what was settled, and no conflict', async () => {
  await leave();
  await devices('bring', data('field'), data('desk'));
  await at('desk');
  await openStory(window, 'The bridge');
  await shown('The bridge is closed.');
  assert.equal(await window.run(() => document.querySelectorAll('[data-panel=conflict]').length), 0);
  await leave();
});

step('both newsrooms are whole: nothing refused, nothing put aside', async () => {
  for (const device of ['field', 'desk']) {
    const { faults, parked, refused } = JSON.parse(await khabar('verify', '--data', data(device), '--json'));
    assert.deepEqual({ faults, parked, refused }, { faults: [], parked: 0, refused: 0 });
  }
});
