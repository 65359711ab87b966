import type { AcrossAct, Role } from '$lib/backend/types';
import { t } from '$lib/i18n';
import type { Command } from '$lib/keys/commands.svelte';

/** What can be begun on all editions; `last` is the result of the act before. */
export type AcrossStart = AcrossAct | 'last';

/** Whether somebody with these roles may act on all editions: judge them and bring them to readers. */
export const mayAcross = (roles: Role[]): boolean => roles.includes('editor');

/** The acts on all editions as commands. */
export function acrossCommands(
  acts: AcrossStart[],
  disabled: (act: AcrossStart) => boolean,
  start: (act: AcrossStart) => void,
): Command[] {
  return acts.map((act) => ({
    id: `across-${act}`,
    title: t(`across.open.${act}`),
    group: t('across.group'),
    disabled: disabled(act),
    run: () => start(act),
  }));
}
