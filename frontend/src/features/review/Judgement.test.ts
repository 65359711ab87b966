import { beforeEach, expect, test } from 'vitest';
import { makeFake } from '$lib/backend/fake';
import type { LiveState, WorkState } from '$lib/backend/types';
import { Judgement } from './Judgement.svelte';

const edition = 'edition-1-ar';
let fake: ReturnType<typeof makeFake>;

async function opened(work: WorkState, live: LiveState = 'notLive', changed = false) {
  const held = fake.data.editions.get(edition);
  if (!held) throw new Error('no edition');
  await fake.save(edition, [], held.text);
  held.work.state = work;
  Object.assign(held.live, { state: live, published: live === 'notLive' ? '' : '2025-04-21T07:30:00Z' });
  held.changed = changed;
  const judgement = new Judgement(fake, edition);
  await judgement.load();
  return judgement;
}

beforeEach(() => void (fake = makeFake()));

test.each<[WorkState, LiveState, boolean, string[]]>([
  ['submitted', 'notLive', false, ['approve', 'return']],
  ['submitted', 'scheduled', false, ['approve', 'return', 'unschedule']],
  ['drafting', 'live', true, ['approve']],
  ['approved', 'notLive', false, ['publish', 'schedule', 'return']],
  ['approved', 'scheduled', false, ['schedule', 'unschedule', 'publish']],
  ['approved', 'live', true, ['correct', 'schedule', 'return']],
  ['approved', 'live', false, []],
  ['approved', 'withdrawn', false, ['publish', 'schedule', 'return']],
])('%s and %s: what can be decided', async (work, live, changed, expected) => {
  expect((await opened(work, live, changed)).possible).toEqual(expected);
});

test('approving and publishing go together', async () => {
  const judgement = await opened('submitted');
  expect(await judgement.approveAndPublish()).toBe(true);
  expect(judgement.review?.live.state).toBe('live');
});

test('a schedule can be set, and refused ones say why', async () => {
  const judgement = await opened('approved');
  expect(await judgement.decide('schedule', new Date(Date.now() - 1000).toISOString())).toBe(false);
  expect(judgement.failed).toMatchObject({ decision: 'schedule', problem: { key: 'live.past' } });
  expect(await judgement.decide('schedule', new Date(Date.now() + 3_600_000).toISOString())).toBe(true);
  expect(judgement.review?.live.state).toBe('scheduled');
  expect(judgement.failed).toBeNull();
});

test('an embargo holds what is scheduled back', async () => {
  const judgement = await opened('approved');
  const until = new Date(Date.now() + 7_200_000).toISOString();
  expect(await judgement.embargo(until)).toBe(true);
  expect(judgement.review?.embargo).toBe(until);
  expect(await judgement.decide('schedule', new Date(Date.now() + 3_600_000).toISOString())).toBe(false);
});

test('what blocks is known, and a comment elsewhere is seen', async () => {
  const judgement = await opened('submitted');
  expect(judgement.blocked).toEqual([]);
  await fake.addComment(edition, {
    about: '',
    at: -1,
    quote: '',
    text: 'Wait.',
    suggests: false,
    suggestion: '',
  });
  await expect.poll(() => judgement.blocked.map((check) => check.check)).toEqual(['comments']);
  judgement.close();
});
