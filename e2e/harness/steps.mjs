// A test file that tells one story: each step stands on the ones before it.
import { test } from 'node:test';

let failed = '';

/** A test that is not tried once an earlier step of the file has failed. */
export function step(name, run) {
  test(name, async () => {
    if (failed) throw new Error(`not tried, since this failed: ${failed}`);
    failed = name;
    await run();
    failed = '';
  });
}
