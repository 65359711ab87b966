// @vitest-environment node
import { expect, test } from 'vitest';
import { readFigure, writeFigure } from './figure';

test.each([
  ['![](media/ab.jpg)', { alt: '', address: 'media/ab.jpg', caption: '', credit: '' }],
  [
    '![پل](media/ab.jpg "پلی بر آمو © RASC")',
    { alt: 'پل', address: 'media/ab.jpg', caption: 'پلی بر آمو', credit: 'RASC' },
  ],
  ['![](media/ab.jpg "© RASC")', { alt: '', address: 'media/ab.jpg', caption: '', credit: 'RASC' }],
  [
    '![a \\[b\\]](media/ab.jpg "He said \\"no\\"")',
    { alt: 'a [b]', address: 'media/ab.jpg', caption: 'He said "no"', credit: '' },
  ],
])('%s', (markdown, figure) => {
  expect(readFigure(markdown)).toEqual(figure);
  expect(writeFigure(figure)).toBe(markdown);
});

test.each(['words', '![a](b.jpg) and words', '![a](b.jpg)\n\n![c](d.jpg)', '[a](b.jpg)', ''])(
  '%j is no figure',
  (markdown) => {
    expect(readFigure(markdown)).toBeUndefined();
  },
);
