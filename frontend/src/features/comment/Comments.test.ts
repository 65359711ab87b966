import { beforeEach, expect, test } from 'vitest';
import { makeFake } from '$lib/backend/fake';
import { Comments } from './Comments.svelte';
import { theWhole } from './target';

const edition = 'edition-1-ar';
let fake: ReturnType<typeof makeFake>;
let comments: Comments;

beforeEach(async () => {
  fake = makeFake();
  comments = new Comments(fake, edition);
  await comments.load();
});

const blocks = async () => (await fake.edition(edition)).text.body.split('\n\n');

test('a comment waits until somebody settles it, and can be opened again', async () => {
  expect(await comments.add(theWhole, 'Why?')).toBe(true);
  const [thread] = comments.waiting;
  if (!thread) throw new Error('no thread');
  expect(await comments.reply(thread, 'Because.')).toBe(true);
  expect(comments.threads[0]?.replies.map((reply) => reply.text)).toEqual(['Because.']);
  await comments.resolve(thread);
  expect([comments.waiting.length, comments.settled.length]).toEqual([0, 1]);
  await comments.reopen(thread);
  expect(comments.waiting).toHaveLength(1);
});

test('a suggestion replaces what the person saw there', async () => {
  const quote = (await blocks())[1] ?? '';
  await comments.add({ about: '', at: 1, quote }, '', 'Better.');
  expect(comments.waiting.map((each) => each.at)).toEqual([1]);
  const [thread] = comments.waiting;
  if (!thread) throw new Error('no thread');
  expect(await comments.accept(thread)).toBe(true);
  expect((await blocks())[1]).toBe('Better.');
  expect(comments.settled[0]?.outcome).toBe('accepted');
});

test('what has changed since is not replaced, and is shown anew', async () => {
  const quote = (await blocks())[1] ?? '';
  await comments.add({ about: '', at: 1, quote }, '', 'Better.');
  const [before] = comments.waiting;
  const text = (await fake.edition(edition)).text;
  await fake.save(edition, [], { ...text, body: text.body.replace(quote, 'Other words.') });
  if (!before) throw new Error('no thread');
  expect(await comments.accept(before)).toBe(false);
  expect(comments.problem).toMatchObject({ key: 'comment.changedSince' });
  await expect.poll(() => comments.waiting[0]?.now).toBe('Other words.');
});

test('an empty comment is refused and says why', async () => {
  expect(await comments.add(theWhole, '  ')).toBe(false);
  expect(comments.problem).toMatchObject({ key: 'comment.empty' });
  expect(comments.busy).toBe('');
});

test('what others say arrives by itself, and not after one has left', async () => {
  await fake.addComment(edition, { ...theWhole, text: 'From elsewhere', suggests: false, suggestion: '' });
  await expect.poll(() => comments.waiting.length).toBe(1);
  comments.close();
  await fake.addComment(edition, { ...theWhole, text: 'Later', suggests: false, suggestion: '' });
  await Promise.resolve();
  expect(comments.waiting).toHaveLength(1);
});
