// A photograph dropped and pasted into the text: a figure stands there, the file is in
// the archive, and what the camera wrote into it is not.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before } from 'node:test';

import { begin, BODY, call, kept, newStory, writeBody } from '../harness/desk.mjs';
import { CAMERA, photograph } from '../harness/photograph.mjs';
import { step } from '../harness/steps.mjs';
import { filesIn } from '../harness/tree.mjs';
import { Window } from '../harness/window.mjs';

let window, photo, media;
before(async () => {
  photo = await photograph();
  window = await Window.open({ lang: 'en_US.UTF-8' });
  await begin(window);
  media = join((await call(window, 'Session')).value.dataDir, 'media');
  await newStory(window, 'en');
  await writeBody(window, 'Before the picture.');
  await kept(window, 'Before the picture.');
});
after(() => window?.close());

// Hands a file to the writing surface as the web view does when one is dropped or pasted.
function hand(event, name, type, base64) {
  return window.run((css, event, name, type, base64) => {
    const surface = document.querySelector(css);
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], name, { type }));
    const { left, bottom } = surface.lastElementChild.getBoundingClientRect();
    const common = { bubbles: true, cancelable: true };
    const made = event === 'drop'
      ? new DragEvent('drop', { ...common, dataTransfer: data, clientX: left + 4, clientY: bottom - 4 })
      : new ClipboardEvent('paste', { ...common, clipboardData: data });
    surface.dispatchEvent(made);
    return made.defaultPrevented;
  }, BODY, event, name, type, base64);
}

const figures = (count) => window.until(
  (css, count) => [...document.querySelectorAll(`${css} .figure img`)].filter((image) => image.naturalWidth > 0).length === count, BODY, count);
// The copies that can be published; the original, as proof, is kept in a folder of its own.
const stored = async () => (await filesIn(media)).filter((file) => /^\w+\.jpg$/.test(file));

step('a dropped photograph becomes a figure', async () => {
  assert.ok(await hand('drop', 'IMG_0042.JPG', 'image/jpeg', photo.toString('base64')));
  await figures(1);
  await kept(window, 'media/');
});

step('its file is in the archive, without place and camera', async () => {
  const [file, ...others] = await stored();
  assert.equal(others.length, 0);
  assert.ok(photo.includes(CAMERA) && photo.includes('Exif'));
  const kept = await readFile(join(media, file));
  assert.ok(kept.length > 1000 && !kept.includes(CAMERA) && !kept.includes('Exif'));
});

step('pasted, the same photograph is a second figure and no second file', async () => {
  await window.press('Control+End');
  assert.ok(await hand('paste', 'image.jpg', 'image/jpeg', photo.toString('base64')));
  await figures(2);
  assert.equal((await stored()).length, 1);
});

step('undo takes the figures away, one after the other', async () => {
  await window.press('Control+z');
  await figures(1);
  await window.press('Control+z');
  await figures(0);
  assert.match(await window.text(BODY), /Before the picture\./);
});

step('what only calls itself a picture is refused by name, and nothing is left of it', async () => {
  await hand('drop', 'poem.jpg', 'image/jpeg', Buffer.from('roses are red').toString('base64'));
  await window.until(() => document.body.innerText.includes('poem.jpg'));
  await figures(0);
  assert.equal((await stored()).length, 1);
});
