// The floors of the window, as a test. Arrows point down:
//
//   App.svelte, main.ts   everything
//   views/                the screens, the only place where features meet
//   features/NOUN/        never another feature
//   ui/                   widgets that know no newsroom word
//   lib/                  language, text, time, keys, state; lib/backend is the door to Go
import { expect, test } from 'vitest';

const sources: Record<string, string> = import.meta.glob('./**/*.{ts,svelte}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** A file, by its path from src/, and what it imports. */
interface Source {
  path: string;
  text: string;
  imports: { name: string; typeOnly: boolean }[];
}

const files: Source[] = Object.entries(sources).map(([path, text]) => ({
  path: path.slice('./'.length),
  text,
  imports: importsOf(text),
}));

const limits: [ending: string, lines: number][] = [
  ['.svelte', 400],
  ['.svelte.ts', 300],
  ['.ts', 500],
];

function importsOf(text: string): Source['imports'] {
  const statements = text.matchAll(/(?:^|[\n;{(\s])(?:import|export)\s*(type\s)?[^'"`;()]*?(?:from\s*)?\(?\s*['"]([^'"\n]+)['"]/g);
  return [...statements].map(([, type, name]) => ({ name, typeOnly: type !== undefined }));
}

/** The floor that a path or an alias belongs to: "lib/text", "ui", "features/story", "views", "". */
function floorOf(path: string): string {
  const [first, second = ''] = path.replace(/^\$/, '').split('/');
  if (first === 'lib' || first === 'features') return `${first}/${second.replace(/\..*/, '')}`;
  return ['ui', 'views'].includes(first) ? first : '';
}

/** What is wrong with one import, or ''. */
function wrong(file: Source, name: string): string {
  const own = floorOf(file.path);
  const test = file.path.endsWith('.test.ts');
  if (name.startsWith('../')) return 'reaches upwards: use ./ inside a folder and an alias ($lib, $ui, $features, $views) for everything else';
  if (name.startsWith('$wailsjs') && own !== 'lib/backend') return 'only lib/backend talks to Go: add a method to its Backend';
  if (!/^\$(lib|ui|features|views)\b/.test(name) || test) return '';
  const other = floorOf(name);
  if (own.startsWith('lib/') && !other.startsWith('lib/')) return 'lib is the ground floor: hand the thing in as an argument';
  if (own === 'ui' && !/^(ui|lib\/(text|time|keys))$/.test(other)) return 'ui knows no newsroom word: take what is needed as a prop or a snippet';
  if (own.startsWith('features/') && other.startsWith('features/') && other !== own) return 'features never meet: let a view hand it in, or move what both need down to lib or ui';
  if (own.startsWith('features/') && other === 'views') return 'a feature does not know its screen: take a callback as a prop';
  return '';
}

test('the files are there', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(100);
});

test('every import points down', () => {
  const problems = files.flatMap((file) =>
    file.imports
      .map(({ name }) => ({ name, why: wrong(file, name) }))
      .filter(({ why }) => why !== '')
      .map(({ name, why }) => `${file.path} imports ${name}: ${why}`),
  );
  expect(problems).toEqual([]);
});

test('no file imports itself in a circle', () => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const seen = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, way: string[]) => {
    const start = way.indexOf(path);
    if (start >= 0) circles.push([...way.slice(start), path].join(' → '));
    if (seen.has(path)) return;
    seen.add(path);
    for (const { name, typeOnly } of byPath.get(path)?.imports ?? []) {
      const next = typeOnly ? undefined : resolve(path, name, byPath);
      if (next) visit(next, [...way, path]);
    }
  };
  for (const { path } of files) visit(path, []);
  expect(circles).toEqual([]);
});

test('no file outgrows a reader', () => {
  const problems = files.flatMap(({ path, text }) => {
    const limit = limits.find(([ending]) => path.endsWith(ending))?.[1] ?? Infinity;
    const lines = text.split('\n').length;
    return lines > limit ? [`${path} has ${lines} lines, the limit is ${limit}: give each noun in it a file of its own`] : [];
  });
  expect(problems).toEqual([]);
});

test('no test is left out', () => {
  const left = files.filter(({ path, text }) => path.endsWith('.test.ts') && /\b(?:it|test|describe)\.(?:skip|only|todo)\b/.test(text));
  expect(left.map(({ path }) => path).filter((path) => path !== 'arch.test.ts')).toEqual([]);
});

/** The file of ours that an import names, undefined for packages. */
function resolve(from: string, name: string, byPath: Map<string, Source>): string | undefined {
  const base = name.startsWith('./')
    ? `${from.split('/').slice(0, -1).join('/')}/${name.slice(2)}`.replace(/^\//, '')
    : name.replace(/^\$(lib|ui|features|views)/, '$1');
  return [base, `${base}.ts`, `${base}/index.ts`].find((path) => byPath.has(path));
}
