// The command line, run as a script would run it.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { path } from './paths.mjs';

const execute = promisify(execFile);

/** Runs a verb; gives what it wrote. Fails with the program's own words. */
export async function khabar(...args) {
  const { stdout } = await execute(path.plain, args, { maxBuffer: 64 << 20 });
  return stdout;
}
