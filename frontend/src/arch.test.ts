// @vitest-environment node
// The floors of the window, as a test. Arrows point down; features do not meet;
// each foreign library has one owner. It reads the import lines of every file, so
// a forbidden import fails at once and says how to put it right.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = dirname(fileURLToPath(import.meta.url));

/** Floor → what it may import. A folder that is not here may not exist. */
const floors: Record<string, string[]> = {
  '.': ['lib', 'ui', 'views', 'styles'],
  views: ['views', 'features', 'lib', 'ui'],
  features: ['lib', 'ui'], // and its own folder
  ui: ['ui', 'lib/text', 'lib/time', 'lib/keys'],
  lib: ['lib'],
  styles: [],
};

/** Library → the one place that may import it. Whatever is not here is not a dependency of the window. */
const owners: Record<string, string[]> = {
  svelte: [''],
  '@lucide/svelte': ['ui/icons.ts'],
  '@milkdown': ['features/body'],
  'mdast-util-to-markdown': ['features/body'],
  'remark-gfm': ['features/body'],
  'remark-parse': ['features/body'],
  'remark-stringify': ['features/body'],
  unified: ['features/body'],
  'hunspell-wasm': ['features/spelling'],
  $wailsjs: ['lib/backend'],
  $catalogues: ['lib/i18n'],
  $tables: ['lib'],
};

/** Names that say nothing about what is inside. */
const empty = /(^|\/)(utils?|common|helpers?|models?|managers?|misc)(\.|\/|$)/i;

const aliases: Record<string, string> = {
  $lib: 'lib',
  $ui: 'ui',
  $features: 'features',
  $views: 'views',
  $styles: 'styles',
};

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(ts|svelte)$/.test(path));

const tested = files.filter((path) => !/\.test\.ts$|\/testdata\//.test(path));

function importsOf(path: string): string[] {
  const text = readFileSync(join(src, path), 'utf8');
  const pattern =
    /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? '');
}

/** The file of src that an import means, without its ending; undefined for a library. */
function inside(from: string, wanted: string): string | undefined {
  if (wanted.startsWith('.')) return relative(src, join(src, dirname(from), wanted)).replaceAll('\\', '/');
  const [head = '', ...rest] = wanted.split('/');
  const folder = aliases[head];
  return folder === undefined ? undefined : [folder, ...rest].join('/');
}

const floorOf = (path: string) => (path.includes('/') ? (path.split('/')[0] ?? '.') : '.');
const featureOf = (path: string) => path.split('/').slice(0, 2).join('/');

function allowed(from: string, to: string): boolean {
  const floor = floorOf(from);
  if (floor === 'features' && featureOf(from) === featureOf(to)) return true;
  return (
    (floors[floor] ?? []).some((place) => to === place || to.startsWith(`${place}/`)) ||
    (floor === '.' && floorOf(to) === '.')
  );
}

test('there are files to look at', () => {
  expect(tested.length).toBeGreaterThan(50);
});

test('every folder is on a floor', () => {
  const unknown = [...new Set(files.map(floorOf))].filter((floor) => !(floor in floors));
  expect(unknown, 'draw the new folder into `floors` of arch.test.ts, or move it').toEqual([]);
});

test('imports point down', () => {
  const wrong = tested.flatMap((from) =>
    importsOf(from)
      .map((wanted) => inside(from, wanted))
      .filter((to): to is string => to !== undefined && !allowed(from, to))
      .map((to) => `${from} → ${to}`),
  );
  expect(wrong, 'move what is shared down to lib or ui, or let a view bring the two together').toEqual([]);
});

test('a folder is left through an alias, never through ../', () => {
  const wrong = files.flatMap((from) =>
    importsOf(from)
      .filter((wanted) => wanted.startsWith('../'))
      .map((wanted) => `${from} → ${wanted}`),
  );
  expect(wrong, 'write $lib/…, $ui/…, $features/… or $views/… instead').toEqual([]);
});

test('each library has one owner', () => {
  const wrong = tested.flatMap((from) =>
    importsOf(from)
      .filter((wanted) => inside(from, wanted) === undefined && !wanted.startsWith('node:'))
      .filter((wanted) => {
        const name = Object.keys(owners).find((each) => wanted === each || wanted.startsWith(`${each}/`));
        return name === undefined || !(owners[name] ?? []).some((place) => from.startsWith(place));
      })
      .map((wanted) => `${from} → ${wanted}`),
  );
  expect(
    wrong,
    'ask the owner (see `owners` in arch.test.ts) for what is needed; a new library gets a line there',
  ).toEqual([]);
});

test('names say what is inside', () => {
  expect(
    files.filter((path) => empty.test(path)),
    'name the file after the thing in it',
  ).toEqual([]);
});

test('files stay small enough to be read', () => {
  const limit = (path: string) => (path.endsWith('.svelte') ? 400 : 300);
  const long = tested
    .map((path) => ({ path, lines: readFileSync(join(src, path), 'utf8').split('\n').length }))
    .filter(({ path, lines }) => lines > limit(path))
    .map(({ path, lines }) => `${path}: ${lines} lines`);
  expect(long, 'split it by what its parts are about').toEqual([]);
});

test('styles know no left and no right', () => {
  const physical =
    /(?:^|[\s;{])(?:(?:margin|padding|border|inset)-(?:left|right)|left|right)\s*:|(?:text-align|float):\s*(?:left|right)/;
  const wrong = tested
    .filter((path) => path.endsWith('.svelte'))
    .filter((path) =>
      physical.test(/<style[^>]*>([\s\S]*?)<\/style>/.exec(readFileSync(join(src, path), 'utf8'))?.[1] ?? ''),
    );
  expect(wrong, 'write inline-start and inline-end, so that Arabic, Persian and Pashto are mirrored').toEqual(
    [],
  );
});
