// Letters that an input method puts together from several keys: they come out once and
// whole, also where the text goes to disk in the middle of one.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { begin, BODY, kept, newStory, save, writeBody } from '../harness/desk.mjs';
import { focus, press } from '../harness/keyboard.mjs';
import { step } from '../harness/steps.mjs';
import { Window } from '../harness/window.mjs';

let window;
before(async () => {
  window = await Window.open({ lang: 'en_US.UTF-8', env: { GTK_IM_MODULE: 'gtk-im-context-simple' } });
  await begin(window);
  await newStory(window, 'fr');
  await focus('Khabar');
  await window.run(() => {
    globalThis.composed = [];
    addEventListener('compositionend', ({ data }) => data && globalThis.composed.push(data), true);
  });
});
after(() => window?.close());

const says = (text) => window.until((css, text) => document.querySelector(css).textContent === text, BODY, text);
const composed = () => window.run(() => globalThis.composed.splice(0).join(' '));

step('a dead key and a letter make one letter', async () => {
  await writeBody(window, 'Un caf');
  await press('dead_acute');
  await says('Un caf´'); // what the input method shows so far
  await press('e');
  await says('Un café');
  assert.equal(await composed(), 'é');
});

step('a letter that is begun outlasts the working copy', async () => {
  await press('space', 'dead_circumflex');
  await kept(window, 'Un café ^');
  await press('a');
  await says('Un café â');
  await kept(window, 'Un café â');
  assert.equal(await composed(), 'â');
});

step('and a revision', async () => {
  await press('space', 'ctrl+shift+u', '2', '6', '0');
  await says('Un café â u260');
  await kept(window, 'u260');
  await window.runAsync(async () => {
    const { edition } = document.querySelector('[data-act=open-edition][aria-current]').dataset;
    const { App } = globalThis.go.app;
    const { heads, text } = await App.Edition(edition);
    await App.Save(edition, heads, text);
  });
  await press('3', 'space');
  await says('Un café â ☃');
  assert.equal(await composed(), '☃');
});

step('what stands in the revision in the end is what was composed', async () => {
  await save(window);
  await kept(window, 'Un café â ☃');
});
