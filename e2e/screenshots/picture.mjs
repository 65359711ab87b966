// How a picture of the window is taken: in one of its colours, with nothing that moves.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';


const execute = promisify(execFile);

/** The member of the pictures is a desk, not a person. */
export const DESK = { en: 'News desk', fa: 'میز خبر', ps: 'د خبر مېز', tg: 'Мизи хабар' };

/** What the environment variable lists, else all. */
export const chosen = (name, all) => (process.env[name] ? process.env[name].split(',') : all);

/** Takes messages in the corner and the caret away. */
export async function calm(window) {
  await window.run(() => {
    for (const cross of document.querySelectorAll('[data-toast] [data-act=dismiss]')) cross.click();
    if (!document.activeElement?.matches('[data-field=palette], [data-caret]')) document.activeElement?.blur();
  });
  await window.until(() => !document.querySelector('[data-toast]'));
}

/** Takes a picture that is small on disk: no more colours than the window has. */
export async function compact(window, file) {
  const room = await mkdtemp(join(tmpdir(), 'khabar-picture-'));
  try {
    const raw = join(room, 'raw.png');
    await window.screenshot(raw);
    await execute('convert', [raw, '-strip', '+dither', '-colors', '128', '-define', 'png:compression-level=9', `PNG8:${file}`]);
  } finally {
    await rm(room, { recursive: true, force: true });
  }
}
