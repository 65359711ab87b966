import { expect, it } from 'vitest';
import { Beginnings, beginningsOf } from './Beginnings.svelte';
import { theWhole, type Target } from './target';

const road: Target = { about: '', at: 1, quote: 'The road is closed.' };
const hurt: Target = { about: '', at: 2, quote: 'Nobody was hurt.' };

function begin(target: Target, text: string): Beginnings {
  const begun = new Beginnings();
  begun.choose(target);
  begun.here.text = text;
  return begun;
}

it('keeps words at their passage when another is chosen', () => {
  const begun = begin(road, 'Since when?');
  begun.choose(hurt);
  expect([begun.here.text, begun.here.target]).toEqual(['', hurt]);
  expect(begun.others.map((one) => one.target)).toEqual([road]);
  begun.choose(road);
  expect(begun.here.text).toBe('Since when?');
  expect(begun.others).toEqual([]);
});

it('keeps a suggestion too, and forgets one that changes nothing', () => {
  const begun = begin(road, '');
  begun.here.suggestion = 'The road was closed.';
  begun.choose(hurt);
  begun.here.suggestion = hurt.quote;
  begun.choose(theWhole);
  expect(begun.others.map((one) => one.suggestion)).toEqual(['The road was closed.']);
});

it('stays with a passage that is edited or moves, and leaves it for another in its place', () => {
  const begun = begin(road, 'Since when?');
  begun.choose({ ...road, quote: 'The road is closed again.' });
  expect(begun.here.text).toBe('Since when?');
  begun.choose({ ...road, at: 4, quote: 'The road is closed again.' });
  expect([begun.here.text, begun.here.target.at]).toEqual(['Since when?', 4]);
  begun.choose({ about: '', at: 4, quote: 'A bridge fell.' });
  expect(begun.here.text).toBe('');
});

it('goes on with one that was begun while another place stays chosen', () => {
  const begun = begin(road, 'Since when?');
  begun.choose(hurt);
  const [one] = begun.others;
  if (!one) throw new Error('nothing was kept');
  begun.resume(one);
  begun.choose({ ...hurt }); // the text was read again
  expect(begun.here).toBe(one);
  begun.done(one);
  expect([begun.here.target, begun.here.text, begun.others.length]).toEqual([hurt, '', 0]);
});

it('carries words to the whole text where somebody asks for that', () => {
  const begun = begin(road, 'Too long.');
  begun.widen();
  expect([begun.here.target, begun.here.text]).toEqual([theWhole, 'Too long.']);
  begun.choose(road);
  expect(begun.here.text).toBe('');
});

it('is there again when an edition is opened again, and in that only', () => {
  const door = {};
  beginningsOf(door, 'a').here.text = 'Why?';
  expect(beginningsOf(door, 'a').here.text).toBe('Why?');
  expect(beginningsOf(door, 'b').here.text).toBe('');
});
