import type { Edition, Role } from '$lib/backend/types';

/** What a person can do with an edition beyond writing it. */
export type Act =
  'submit' | 'return' | 'approve' | 'publish' | 'schedule' | 'unschedule' | 'correct' | 'withdraw';

/** Acts that ask for words, or a time, first; only a return and a schedule cannot do without any. */
export const asksForWords: Record<Act, boolean> = {
  submit: false,
  return: true,
  approve: false,
  publish: false,
  schedule: true,
  unschedule: false,
  correct: true,
  withdraw: true,
};

export const actIcons = {
  submit: 'send',
  return: 'return',
  approve: 'approve',
  publish: 'publish',
  schedule: 'schedule',
  unschedule: 'undo',
  correct: 'correct',
  withdraw: 'withdraw',
} as const;

const writers: Role[] = ['reporter', 'translator', 'editor'];
const editors: Role[] = ['editor'];

/**
 * The acts that the states of an edition allow to somebody with these roles, the
 * most likely first. Go decides in the end: this only keeps from the screen what it
 * would refuse.
 */
export function possibleActs(edition: Edition, roles: Role[]): Act[] {
  const work = edition.work.state;
  const live = edition.live.state;
  const shown = live === 'live' || live === 'corrected';
  const approved = work === 'approved';
  const rules: [Act, Role[], boolean][] = [
    ['publish', editors, approved && !shown],
    ['correct', editors, approved && shown && edition.changed],
    ['submit', writers, work === 'drafting' || work === 'returned'],
    ['approve', editors, !approved],
    ['return', editors, work === 'submitted' || (approved && (!shown || edition.changed))],
    ['schedule', editors, approved && (!shown || edition.changed)],
    ['unschedule', editors, live === 'scheduled' || edition.live.next !== ''],
    ['withdraw', editors, shown],
  ];
  const may = (who: Role[]) => who.some((role) => roles.includes(role));
  const settled = edition.unclear.length === 0;
  return rules
    .filter(([act, who, fits]) => fits && may(who) && (settled || act === 'withdraw' || act === 'unschedule'))
    .map(([act]) => act);
}
