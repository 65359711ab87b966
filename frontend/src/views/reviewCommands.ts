import type { Decision, Judgement } from '$features/review/Judgement.svelte';
import { t } from '$lib/i18n';
import type { Command } from '$lib/keys/commands.svelte';

interface Table {
  judgement: Judgement | undefined; // where the member may judge
  move: (n: number) => void;
  read: () => void;
  comment: (suggest: boolean) => void;
  decide: (run: (judgement: Judgement) => Promise<boolean>, done: string) => void;
  ask: (what: Decision) => void;
  edit: () => void;
}

/** What can be done at the editors' table. */
export function reviewCommands({ judgement, move, read, comment, decide, ask, edit }: Table): Command[] {
  const group = t('shell.nav.review');
  const can = (what: Decision) => judgement?.possible.includes(what) ?? false;
  const held = (judgement?.blocked.length ?? 0) > 0;
  return [
    { id: 'review-next', title: t('review.next'), group, keys: 'J', run: () => move(1) },
    { id: 'review-previous', title: t('review.previous'), group, keys: 'K', run: () => move(-1) },
    { id: 'review-read', title: t('review.read'), group, keys: 'Enter', hidden: true, run: read },
    { id: 'review-comment', title: t('comment.add'), group, keys: 'C', run: () => comment(false) },
    { id: 'review-suggest', title: t('comment.suggest'), group, keys: 'S', run: () => comment(true) },
    { id: 'review-edit', title: t('review.act.edit'), group, keys: 'E', run: edit },
    {
      id: 'review-approve',
      title: t('review.act.approve'),
      group,
      keys: 'Mod+Enter',
      disabled: !can('approve') || held,
      run: () => decide((each) => each.decide('approve'), 'approve'),
    },
    {
      id: 'review-return',
      title: t('review.act.return'),
      group,
      keys: 'R',
      disabled: !can('return'),
      run: () => ask('return'),
    },
    {
      id: 'review-publish',
      title: t('review.act.publish'),
      group,
      disabled: !can('publish'),
      run: () => decide((each) => each.decide('publish'), 'publish'),
    },
    {
      id: 'review-schedule',
      title: t('review.act.schedule'),
      group,
      keys: 'D',
      disabled: !can('schedule'),
      run: () => ask('schedule'),
    },
  ];
}
