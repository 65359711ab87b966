// How long it takes from starting the program to a picture on the screen, without a
// driver: KHABAR_TRACE has the application say when its first frame was shown.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { path } from '../harness/paths.mjs';

const LIMIT = 30_000;

/** Milliseconds to the first frame, of `runs` starts with a data folder. */
export async function firstPaints(data, runs) {
  const found = [];
  for (let run = 0; run < runs; run++) found.push(await firstPaint(data));
  return found;
}

async function firstPaint(data) {
  const env = { ...process.env, KHABAR_DATA: data, KHABAR_TRACE: '1' };
  const app = spawn(path.binary, [], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const late = setTimeout(() => app.kill('SIGKILL'), LIMIT);
  let painted;
  for await (const line of createInterface({ input: app.stderr })) {
    [, painted] = line.match(/^painted (\d+) ms$/) ?? [];
    if (painted) break;
  }
  clearTimeout(late);
  const gone = once(app, 'exit');
  app.kill();
  await gone;
  if (!painted) throw new Error('the application showed no first frame');
  return Number(painted);
}
