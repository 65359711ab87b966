import { describe, expect, it } from 'vitest';
import type { Edition, LiveState, Role, WorkState } from '$lib/backend/types';
import { possibleActs } from './acts';

function edition(work: WorkState, live: LiveState = 'notLive', more: Partial<Edition> = {}): Edition {
  return {
    id: 'e',
    story: 's',
    lang: 'en',
    heads: ['r'],
    made: '',
    unclear: [],
    working: false,
    saved: '',
    changed: false,
    text: { headline: '', slug: '', summary: '', body: '', byline: '', translator: '' },
    work: { state: work, revision: '', note: '', member: '', time: '' },
    live: { state: live, revision: '', published: '', changed: '', notice: '', path: '', next: '' },
    ...more,
  };
}

describe('what can be done', () => {
  it.each<[string, Edition, Role[], string[]]>([
    ['a reporter with a draft', edition('drafting'), ['reporter'], ['submit']],
    ['a reporter who has submitted', edition('submitted'), ['reporter'], []],
    ['a translator with a returned text', edition('returned'), ['translator'], ['submit']],
    ['an administrator alone', edition('approved'), ['administrator'], []],
    ['an editor with a draft', edition('drafting'), ['editor'], ['submit', 'approve']],
    ['an editor with a submitted text', edition('submitted'), ['editor'], ['approve', 'return']],
    ['an editor with an approved text', edition('approved'), ['editor'], ['publish', 'return', 'schedule']],
    [
      'an editor with a scheduled text',
      edition('approved', 'scheduled'),
      ['editor'],
      ['publish', 'return', 'schedule', 'unschedule'],
    ],
    ['an editor with a live text', edition('approved', 'live'), ['editor'], ['withdraw']],
    [
      'an editor with an approved correction',
      edition('approved', 'live', { changed: true }),
      ['editor'],
      ['correct', 'return', 'schedule', 'withdraw'],
    ],
    [
      'an editor with a scheduled correction',
      edition('approved', 'live', {
        changed: true,
        live: { ...edition('approved', 'live').live, next: '2026-01-01T09:00:00Z' },
      }),
      ['editor'],
      ['correct', 'return', 'schedule', 'unschedule', 'withdraw'],
    ],
    [
      'an editor with a withdrawn text',
      edition('approved', 'withdrawn'),
      ['editor'],
      ['publish', 'return', 'schedule'],
    ],
    [
      'an editor while two devices disagree',
      edition('submitted', 'live', { unclear: ['body'] }),
      ['editor'],
      ['withdraw'],
    ],
  ])('%s', (_, given, roles, expected) => {
    expect(possibleActs(given, roles)).toEqual(expected);
  });
});
