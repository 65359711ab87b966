// Whatever can be pressed can be hit: 44 pixels around its middle are its own, however
// small it looks, in the main views, in a language of either direction, in a small window.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { begin, BODY, goTo, newStory, panel, speak } from '../harness/desk.mjs';
import { step } from '../harness/steps.mjs';
import { throughLists, throughWriting } from '../harness/walk.mjs';
import { Window } from '../harness/window.mjs';

let window;
before(async () => {
  window = await Window.open({ lang: 'en_US.UTF-8' });
});
after(() => window?.close());

// In the page: what is less than a target, by what it is and what lies at its edge.
function missed(where) {
  const REACH = 21; // half of 44 pixels, less one: whole pixels are hit, and things lie between them
  const PRESSED = 'button, a[href], input, select, textarea, summary, [role=option], [role^=menuitem], [role=tab]';
  // The running text of an article, where a box stands within a line, and what is only there
  // for the keys until they reach it.
  const APART = '.ProseMirror, .skip';
  const layer = document.querySelector('dialog[open], :popover-open') ?? document.body;
  const found = [];
  for (const control of layer.querySelectorAll(PRESSED)) {
    if (control.matches(`:is(${APART}) *, ${APART}, [type=hidden]`) || !control.checkVisibility({ visibilityProperty: true })) continue;
    const shape = control.matches('[type=radio], [type=checkbox]') ? (control.closest('label') ?? control) : control;
    shape.scrollIntoView({ block: 'center', inline: 'center' });
    const box = shape.getBoundingClientRect();
    if (box.width === 0) continue;
    const middle = [box.left + box.width / 2, box.top + box.height / 2];
    for (const [x, y] of [[-REACH, 0], [REACH, 0], [0, -REACH], [0, REACH]]) {
      const hit = document.elementFromPoint(middle[0] + x, middle[1] + y);
      if (hit && (shape.contains(hit) || hit.contains(shape) && hit.matches(PRESSED) || hit.closest('label')?.control === control)) continue;
      const side = x < 0 ? 'left' : x > 0 ? 'right' : y < 0 ? 'top' : 'bottom';
      const at = hit ? `${hit.tagName.toLowerCase()}.${hit.className?.baseVal ?? hit.className}` : 'the edge of the window';
      const name = control.dataset.act ?? control.dataset.field ?? control.getAttribute('aria-label') ?? control.innerText;
      found.push(`${where}: ${control.tagName.toLowerCase()} "${name}" ${Math.round(box.width)}x${Math.round(box.height)}, ${side}: ${at}`);
    }
  }
  return [...new Set(found)];
}

let found = [];
const look = async (where) => found.push(...(await window.run(missed, where)));
function judge() {
  const all = found;
  found = [];
  assert.deepEqual(all, []);
}

step('at the first start', async () => {
  await window.find('[data-view=start]');
  await look('start');
  judge();
  await begin(window, { sample: true });
});

for (const lang of ['en', 'fa']) {
  step(`in the lists and forms, ${lang}`, async () => {
    await speak(window, lang);
    await throughLists(window, look);
    judge();
  });

  step(`in a menu, ${lang}`, async () => {
    await goTo(window, 'stories');
    await window.click('[data-act=new-story-in]');
    await window.find('[data-act=new-story-fa]');
    await look('menu');
    await window.press('Escape');
    judge();
  });

  step(`at the writing table, ${lang}`, async () => {
    await throughWriting(window, look);
    await window.click(BODY);
    await window.press('Control+f');
    await window.find('[data-field=find]');
    await look('find');
    await window.press('Escape');
    judge();
  });

  step(`in a dialog and in a new story, ${lang}`, async () => {
    await newStory(window, lang);
    await panel(window, 'story');
    await look('new story');
    await window.click('[data-act=remove-story]');
    await window.find('dialog[open] button');
    await look('dialog');
    await window.press('Escape');
    judge();
  });
}
