// The reader's search folds words as the program does: both are held to one list.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

const site = new URL('../../backend/site/', import.meta.url);

test('the script folds as the program does', async () => {
  const script = await readFile(new URL('assets/search/1-fold.js', site), 'utf8');
  const fold = new Function(`${script}; return fold;`)();
  const keys = JSON.parse(await readFile(new URL('testdata/fold.json', site), 'utf8'));
  assert.ok(Object.keys(keys).length > 40);
  for (const [text, key] of Object.entries(keys)) assert.equal(fold(text), key, text);
});
