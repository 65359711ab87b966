import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BlockSerializer } from './BlockSerializer';
import { openDocument, type OpenDocument } from './document';
import { meaning } from './testdata/meaning';
import { moreSamples } from './testdata/moreSamples';
import { samples } from './testdata/samples';

let open: OpenDocument;
beforeAll(async () => {
  open = await openDocument({ root: document.createElement('div'), markdown: '' });
});
afterAll(() => open.close());

const pass = (markdown: string) => {
  const doc = open.parse(markdown);
  doc.check();
  return open.serialize(doc).replace(/\n+$/, '');
};

describe.each(Object.entries({ ...samples, ...moreSamples }))('%s', (_, markdown) => {
  test('keeps its meaning', () => expect(meaning(pass(markdown))).toEqual(meaning(markdown)));
  test('is stable', () => expect(pass(pass(markdown))).toBe(pass(markdown)));
  test('is held whole', () => expect(open.holds(open.parse(markdown), markdown)).toBe(true));
  test('means the same written block by block', () => {
    const doc = open.parse(markdown);
    expect(meaning(new BlockSerializer(open.serialize).write(doc))).toEqual(meaning(pass(markdown)));
  });
});

test('everything at once keeps its meaning', () => {
  const all = Object.values(moreSamples)
    .filter((text) => !text.includes('[^'))
    .join('\n\n');
  expect(meaning(new BlockSerializer(open.serialize).write(open.parse(all)))).toEqual(meaning(all));
});

test('invisible characters come back letter by letter', () => {
  const text = 'می\u200cروم ه\u200d \u200fالف\u200e a\u00a0b\u202fc \u2067x\u2069 \u061cy';
  expect(pass(text)).toBe(text);
});

describe.each<[string, string, string?]>([
  ['a quote', '> '],
  ['a list', '- ', '  '],
  ['a numbered list', '1. ', '   '],
])('inside %s', (_, first, rest = first) => {
  const nestable = Object.entries({ ...samples, ...moreSamples }).filter(
    ([, text]) => !/\[\^|\]: |=====/.test(text),
  );
  test.each(nestable)('%s keeps its meaning', (_name, text) => {
    const nested = text
      .split('\n')
      .map((line, i) => (line || first === '> ' ? (i ? rest : first) + line : ''))
      .join('\n');
    expect(meaning(pass(nested))).toEqual(meaning(nested));
    expect(pass(pass(nested))).toBe(pass(nested));
  });
});
