// @vitest-environment node
import { expect, test } from 'vitest';
import { missingTokens, tokenOf, tokenText } from './tokens';

test.each([
  ['[Ariana](https://ariana.test/a)', 'https://ariana.test/a', false, 'Ariana'],
  ['![A bridge](media/ab.jpg "A bridge. Photo: RASC")', 'media/ab.jpg', true, 'A bridge'],
  ['<https://ariana.test>', 'https://ariana.test', false, 'https://ariana.test'],
  ['https://video.test/1', 'https://video.test/1', false, 'https://video.test/1'],
])('%s', (markdown, address, picture, words) => {
  expect(tokenOf(markdown)).toEqual({ markdown, address, picture, words });
});

test('what the translation has already is not offered', () => {
  const tokens = ['[a](https://a.test)', '[b](https://b.test)', '[b](https://b.test)'];
  expect(missingTokens(tokens, 'آ [الف](https://a.test)').map(({ words }) => words)).toEqual(['b']);
});

test('selected words become those of the link; a picture is put in as it is', () => {
  expect(tokenText(tokenOf('[a](https://a.test)'), 'الف ')).toBe('[الف](https://a.test)');
  expect(tokenText(tokenOf('![a](media/a.jpg)'), 'الف')).toBe('![a](media/a.jpg)');
});
