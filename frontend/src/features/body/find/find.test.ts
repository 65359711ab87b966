import { describe, expect, test } from 'vitest';
import { occurrences, prepare } from '$lib/text/letters';
import { found, look, replaceCurrent, replaceEvery, step } from '$features/body/find/matches';
import { writing } from '$features/body/testdata/writing';

const loose = { fold: true, matchCase: false };
const exact = { fold: false, matchCase: true };

function words(text: string, needle: string, how = loose): string[] {
  const stretches = occurrences(prepare(text, how), prepare(needle, how).text, text);
  return stretches.map(({ from, to }) => text.slice(from, to));
}

describe('letters', () => {
  test.each([
    ['كتاب و کتاب', 'کتاب', ['كتاب', 'کتاب']],
    ['می\u200cروم میروم', 'میروم', ['می\u200cروم', 'میروم']],
    ['قَالَ قال', 'قال', ['قَال', 'قال']],
    ['سال ۱۴۰۴ و 1404 و ١٤٠٤', '1404', ['۱۴۰۴', '1404', '١٤٠٤']],
    ['Ёлка елка', 'елка', ['Ёлка', 'елка']],
    ['NATO nato', 'Nato', ['NATO', 'nato']],
    ['aaaa', 'aa', ['aa', 'aa']],
    ['😀 متن', 'متن', ['متن']],
  ])('in %j finds %j', (text, needle, expected) => expect(words(text, needle)).toEqual(expected));

  test('that differ in a language stay apart', () => {
    expect(words('ښځې ښځی ښځۍ ښځئ', 'ښځې')).toEqual(['ښځې']);
    expect(words('қ ӣ ӯ', 'к')).toEqual([]);
    expect(words('ӣ', 'и')).toEqual([]);
  });

  test('are taken exactly on demand', () => {
    expect(words('كتاب کتاب', 'کتاب', exact)).toEqual(['کتاب']);
    expect(words('NATO nato', 'nato', exact)).toEqual(['nato']);
  });
});

describe('in a document', () => {
  const text = 'کتاب و **کتاب**\n\n- كتاب\n\n| کتاب |\n| - |\n| x |';

  test('finds in marks, lists and tables, and goes round', async () => {
    const { view } = await writing(text);
    view.dispatch(look(view.state, { text: 'کتاب', ...loose }));
    expect(found(view.state).matches).toHaveLength(4);
    expect(view.dom.querySelectorAll('.match')).toHaveLength(4);
    const first = found(view.state).current;
    for (let i = 0; i < 4; i += 1) view.dispatch(step(view.state, 1));
    expect(found(view.state).current).toBe(first);
    view.dispatch(step(view.state, -1));
    expect(found(view.state).current).toBe((first + 3) % 4);
  });

  test('replaces one, keeps marks, goes on', async () => {
    const { view, markdown } = await writing('**a** a a');
    view.dispatch(look(view.state, { text: 'a', ...loose }));
    view.dispatch(replaceCurrent(view.state, 'کتاب'));
    expect(markdown()).toBe('**کتاب** a a');
    expect(found(view.state)).toMatchObject({ current: 0 });
    expect(found(view.state).matches).toHaveLength(2);
  });

  test('replaces with something that holds what is looked for', async () => {
    const { view, markdown } = await writing('a a');
    view.dispatch(look(view.state, { text: 'a', ...loose }));
    view.dispatch(replaceCurrent(view.state, 'aa'));
    view.dispatch(replaceCurrent(view.state, 'aa'));
    expect(markdown()).toBe('aa aa');
  });

  test('replaces all in one step', async () => {
    const { body, view, markdown } = await writing(text);
    view.dispatch(look(view.state, { text: 'کتاب', ...loose }));
    view.dispatch(replaceEvery(view.state, 'دفتر'));
    expect(markdown()).toBe('دفتر و **دفتر**\n\n- دفتر\n\n| دفتر |\n| - |\n| x |');
    body.run('undo');
    expect(markdown()).toBe(text);
  });

  test('deletes with an empty replacement', async () => {
    const { view, markdown } = await writing('a\u200cb a b');
    view.dispatch(look(view.state, { text: '\u200c', ...exact }));
    view.dispatch(replaceEvery(view.state, ''));
    expect(markdown()).toBe('ab a b');
  });

  test('keeps up with typing', async () => {
    const { view } = await writing('x');
    view.dispatch(look(view.state, { text: 'خبر', ...loose }));
    view.dispatch(view.state.tr.insertText('خبر ', 1));
    expect(found(view.state).matches).toEqual([{ from: 1, to: 4 }]);
  });
});
