// Copies the fonts that the window and the published site use from their
// packages to public/fonts, under stable names. The window's @font-face rules
// (src/styles/fonts.css) and the site's generator read the same files, so that
// each is in the program once.
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Family → the scripts it serves here. Other subsets are left out: none of the nine languages needs them. */
const upright = {
  vazirmatn: ['arabic'],
  'noto-sans': ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'],
  'noto-serif': ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'],
};

/** Arabic script has no italic; the interface does not use one. */
const italic = { 'noto-serif': ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'] };

const target = new URL('../public/fonts/', import.meta.url);
const packages = new URL('../node_modules/@fontsource-variable/', import.meta.url);

/**
 * Made from the package's by fonts/endings.py, which says why; to be made anew when the package is. It is kept ready,
 * since the program that changes fonts would bring some hundred megabytes with it to every machine that builds.
 */
const changed = new URL('../fonts/vazirmatn-arabic-wght-normal.woff2', import.meta.url);

async function copy(families, style) {
  for (const [family, subsets] of Object.entries(families)) {
    for (const subset of subsets) {
      const name = `${family}-${subset}-wght-${style}.woff2`;
      await copyFile(new URL(`${family}/files/${name}`, packages), new URL(name, target));
    }
  }
}

await rm(target, { recursive: true, force: true }); // none stays that is no longer named above
await mkdir(target, { recursive: true });
await copy(upright, 'normal');
await copy(italic, 'italic');
await copyFile(changed, new URL('vazirmatn-arabic-wght-normal.woff2', target));
console.log(`fonts are in ${fileURLToPath(target)}`);
