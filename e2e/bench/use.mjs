// The window in use, with a large archive: times are taken inside the page, from what a
// person does to the frame that shows it.
import { BODY, opened, openStory } from '../harness/desk.mjs';

const LIST = '[data-list=stories] [role=listbox]';

/** Milliseconds from a jump in the list to its rows, at `count` places. */
export function jumps(window, count) {
  return window.runAsync(async (css, count) => {
    const port = document.querySelector(css);
    const found = [];
    for (let i = 0; i < count; i++) {
      const start = performance.now();
      port.scrollTop = port.scrollHeight * ((i * 0.618034) % 1);
      do await new Promise(requestAnimationFrame);
      while (port.querySelector('.blank') || !port.querySelector('[data-edition]'));
      found.push(performance.now() - start);
    }
    return found;
  }, LIST, count);
}

/** Milliseconds between frames while the list runs by, a third of a screen at a time. */
export function scrolling(window, frames) {
  return window.runAsync(async (css, frames) => {
    const port = document.querySelector(css);
    port.scrollTop = 0;
    const found = [];
    let last = await new Promise(requestAnimationFrame);
    while (found.length < frames) {
      port.scrollTop += port.clientHeight / 3;
      const now = await new Promise(requestAnimationFrame);
      found.push(now - last);
      last = now;
    }
    return found;
  }, LIST, frames);
}

/** Milliseconds from a click on a row to the text in the editor, for the first `count` rows, which fit on the screen. */
export async function openings(window, count) {
  const found = [];
  for (let row = 0; row < count; row++) {
    await window.click('[data-act=go-stories]');
    await window.find(`${LIST} [data-edition]`);
    await window.run((css) => void (document.querySelector(css).scrollTop = 0), LIST);
    await window.find(`[data-row="${row}"] [data-edition]`);
    found.push(await window.runAsync(async (row, body) => {
      const start = performance.now();
      document.querySelector(`[data-row="${row}"]`).click();
      do await new Promise(requestAnimationFrame);
      while (!(document.querySelector(body)?.textContent.length > 10));
      return performance.now() - start;
    }, row, BODY));
  }
  return found;
}

/** Milliseconds from each of `count` keys in the editor to the frame that shows its letter. */
export const keystrokes = (window, count) => keysIn(window, BODY, count);

/** The same in any field. */
export async function keysIn(window, field, count) {
  await window.click(field);
  await window.run(() => {
    const found = (globalThis.keystrokes = []);
    const channel = new MessageChannel();
    let start = 0;
    channel.port1.onmessage = () => found.push(performance.now() - start);
    addEventListener('keydown', () => {
      start = performance.now();
      requestAnimationFrame(() => channel.port2.postMessage(0)); // comes once the frame is drawn
    }, true);
  });
  for (let i = 0; i < count; i++) await window.keys('کابل '[i % 5]);
  return window.until((count) => globalThis.keystrokes.length >= count && globalThis.keystrokes, count);
}

/** Milliseconds of `count` revisions of the open edition, each a word longer, through the bridge and to disk. */
export function saves(window, count) {
  return window.runAsync(async (count) => {
    const { App } = globalThis.go.app;
    const id = document.querySelector('[data-act=open-edition][aria-current]').dataset.edition;
    let { text, heads } = await App.Edition(id);
    const found = [];
    for (let i = 0; i < count; i++) {
      text = { ...text, body: `${text.body} more` };
      const start = performance.now();
      ({ heads } = await App.Save(id, heads, text));
      found.push(performance.now() - start);
    }
    return found;
  }, count);
}

/** Opens the edition with these words in its headline. */
export async function openFound(window, words, lang) {
  await openStory(window, words);
  await opened(window, lang);
}
