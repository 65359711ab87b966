// Another program writes into the newsroom whose window is open: the window shows it by
// itself, and takes nothing from the person who is typing there.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';

import { khabar } from '../harness/command.mjs';
import { begin, BODY, goTo, openStory, save, writeBody } from '../harness/desk.mjs';
import { step } from '../harness/steps.mjs';
import { Window } from '../harness/window.mjs';

let files, window;

before(async () => {
  files = await mkdtemp(join(tmpdir(), 'khabar-beside-'));
  window = await Window.open({ lang: 'en_US.UTF-8' });
});
after(async () => {
  await window?.close();
  await rm(files, { recursive: true, force: true });
});

async function bring(headline, ...paragraphs) {
  await mkdir(join(files, 'flood'), { recursive: true });
  const front = `---\ntitle: ${headline}\ndate: 2025-04-21T07:30:00Z\nauthor: Desk\nlang: en\n---\n\n`;
  await writeFile(join(files, 'flood', 'en.md'), front + paragraphs.join('\n\n') + '\n');
  await khabar('import', files, '--data', join(window.home, '.local/share/khabar'));
}

const body = () => window.run((css) => [...document.querySelector(css).children].map((each) => each.innerText.trim()), BODY);
const shown = (words) => window.until((css, words) => document.querySelector(css).innerText.includes(words), BODY, words);
const headline = () => window.run(() => document.querySelector('[data-field=headline]').value);

step('a story that is imported appears in the list', async () => {
  await begin(window);
  await goTo(window, 'stories');
  await bring('The flood', 'The river rose.', 'Nobody was hurt.', 'The road is open.');
  await window.shows('[data-edition]', 'The flood');
});

step('the open edition shows what is new, and the caret stays where it is', async () => {
  await openStory(window, 'The flood');
  await window.click(BODY);
  await window.press('Control+Home');
  await window.press('End');
  await bring('The flood in the valley', 'The river rose.', 'Nobody was hurt.', 'The road is closed.');
  await shown('The road is closed.');
  assert.equal(await headline(), 'The flood in the valley');
  await window.keys(' Again.');
  await shown('The river rose. Again.');
  assert.deepEqual(await body(), ['The river rose. Again.', 'Nobody was hurt.', 'The road is closed.']);
  await save(window);
});

step('what is being typed and what came in elsewhere in the text are both there', async () => {
  await writeBody(window, ' Until noon.');
  await bring('The flood in the valley', 'The river rose. Twice.', 'Nobody was hurt.', 'The road is closed.');
  await save(window);
  await shown('The river rose. Twice.');
  assert.deepEqual(await body(), ['The river rose. Twice.', 'Nobody was hurt.', 'The road is closed. Until noon.']);
});

step('what is being typed where something else came in is offered beside it', async () => {
  await writeBody(window, ' Or later.');
  await bring('The flood in the valley', 'The river rose. Twice.', 'Nobody was hurt.', 'The road is open.');
  await save(window);
  const texts = await window.until(() => {
    const all = [...document.querySelectorAll('[data-place] .text')].map((text) => text.innerText.trim());
    return all.length > 0 && all;
  });
  assert.deepEqual(texts.sort(), ['The road is closed. Until noon. Or later.', 'The road is open.']);
});

step('one of them is chosen, and the newsroom is whole', async () => {
  await window.until(() => {
    const mine = [...document.querySelectorAll('[data-version]')].find((each) => each.innerText.includes('Or later'));
    mine?.querySelector('[data-act=keep-version]').click();
    return Boolean(mine);
  });
  await window.click('[data-act=resolve]');
  await window.gone('[data-panel=conflict]');
  assert.deepEqual(await body(), [
    'The river rose. Twice.',
    'Nobody was hurt.',
    'The road is closed. Until noon. Or later.',
  ]);
  const report = JSON.parse(await khabar('verify', '--data', join(window.home, '.local/share/khabar'), '--json'));
  const { faults, parked, refused } = report;
  assert.deepEqual({ faults, parked, refused }, { faults: [], parked: 0, refused: 0 });
});
