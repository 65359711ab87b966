import { expect, test } from 'vitest';
import { isWhole } from './wholeness';
import { writing } from './testdata/writing';

const text = (value: string) => ({ type: 'text', value });
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children });

test('a document that misses a letter or a picture is not whole', async () => {
  const { view } = await writing('می\u200cروم\n\n![a](media/1.jpg)');
  const { doc } = view.state;
  const figure = { type: 'figure' };
  expect(isWhole({ type: 'root', children: [paragraph(text('می\u200cروم')), figure] }, doc)).toBe(true);
  expect(isWhole({ type: 'root', children: [paragraph(text('می\u200cروم!')), figure] }, doc)).toBe(false);
  expect(isWhole({ type: 'root', children: [paragraph(text('می\u200cروم')), figure, figure] }, doc)).toBe(
    false,
  );
});
