import type { DisputeSide } from '$lib/backend/types';
import { formatList, t } from '$lib/i18n';

/** Whose a text is, as the person before the window would say it. */
export function sideName({ mine, here, name }: DisputeSide): string {
  if (!mine) return name;
  return here ? t('edition.conflict.here') : t('edition.conflict.elsewhere');
}

/** Says in which fields revisions disagree. */
export function conflictTitle(unclear: string[]): string {
  return t('edition.conflict', { fields: formatList(unclear.map((field) => t(`edition.${field}`))) });
}
