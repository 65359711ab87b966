// The window in use, with a large archive: times are taken inside the page, from what a
// person does to the frame that shows it.
import { BODY, opened, openStory } from '../harness/desk.mjs';

/** Milliseconds from a jump in the list to its rows, at `count` places. */
export function jumps(window, count) {
  return window.session.asyncScript(
    `const [count, done] = arguments;
     (async () => {
       const port = document.querySelector('[data-list=stories] [role=listbox]');
       const frame = () => new Promise(requestAnimationFrame);
       const found = [];
       for (let i = 0; i < count; i++) {
         const start = performance.now();
         port.scrollTop = port.scrollHeight * ((i * 0.618034) % 1);
         do await frame(); while (port.querySelector('.blank') || !port.querySelector('[data-edition]'));
         found.push(performance.now() - start);
       }
       return found;
     })().then(done);`,
    count,
  );
}

/** Milliseconds between frames while the list runs by, a third of a screen at a time. */
export function scrolling(window, frames) {
  return window.session.asyncScript(
    `const [count, done] = arguments;
     const port = document.querySelector('[data-list=stories] [role=listbox]');
     port.scrollTop = 0;
     const found = [];
     let last;
     requestAnimationFrame(function step(now) {
       if (last !== undefined) found.push(now - last);
       last = now;
       if (found.length === count) return done(found);
       port.scrollTop += port.clientHeight / 3;
       requestAnimationFrame(step);
     });`,
    frames,
  );
}

/** Milliseconds from a click on a row of the list to the text in the editor, for the first `count` rows, which fit on the screen. */
export async function openings(window, count) {
  const found = [];
  for (let row = 0; row < count; row++) {
    await window.click('[data-act=go-stories]');
    await window.find('[data-list=stories] [data-edition]');
    await window.run(() => void (document.querySelector('[data-list=stories] [role=listbox]').scrollTop = 0));
    await window.find(`[data-row="${row}"] [data-edition]`);
    found.push(await window.session.asyncScript(
      `const [row, body, done] = arguments;
       const start = performance.now();
       document.querySelector('[data-row="' + row + '"]').click();
       requestAnimationFrame(function look() {
         if (document.querySelector(body)?.textContent.length > 10) done(performance.now() - start);
         else requestAnimationFrame(look);
       });`,
      row, BODY,
    ));
  }
  return found;
}

/** Milliseconds from each of `count` keys to the frame that shows its letter. */
export async function keystrokes(window, count) {
  await window.click(BODY);
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
  return window.session.asyncScript(
    `const [count, done] = arguments;
     (async () => {
       const { App } = window.go.app;
       const id = document.querySelector('[data-act=open-edition][aria-current]').dataset.edition;
       let { text } = await App.Edition(id);
       const found = [];
       for (let i = 0; i < count; i++) {
         text = { ...text, body: text.body + ' more' };
         const start = performance.now();
         await App.Save(id, text);
         found.push(performance.now() - start);
       }
       return found;
     })().then(done);`,
    count,
  );
}

/** Opens the edition with these words in its headline. */
export async function openFound(window, words, lang) {
  await openStory(window, words);
  await opened(window, lang);
}
