// Where things are. The test environment may name other binaries.
import { fileURLToPath } from 'node:url';

const at = (place) => fileURLToPath(new URL(`../../${place}`, import.meta.url));

export const path = {
  root: at('.'),
  binary: process.env.KHABAR_BINARY || at('build/bin/khabar'),
  plain: process.env.KHABAR_PLAIN || at('build/bin/khabar-plain'), // no window, no GTK
  shifted: at('build/cache/khabar-shifted'), // its clock can be set
  automate: at('build/cache/libautomate.so'),
  launcher: at('e2e/harness/launch.sh'),
  devices: at('build/cache/devices'), // stands in for the exchange between devices
  packages: at('e2e/node_modules'),
};

/** Pictures of the screen at the moment a test failed. */
export const FAILURES = at('build/cache/failures');
