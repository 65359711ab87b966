import { BackendError, explain } from '$lib/backend/errors';
import type { AcrossDo, AcrossPlan, AcrossStep, Across } from '$lib/backend/types';
import { nativeName, t } from '$lib/i18n';
import { formatDateTime } from '$lib/time';

const named = ({ text, count, time }: AcrossDo) => ({
  text,
  places: count,
  time: time ? formatDateTime(time) : '',
});

/** What is done, in words. */
export const doneWords = (each: AcrossStep['does'][number]): string =>
  t(`across.do.${each.code}`, named(each));

/** What is left to a person, in words. */
export function leftWords(each: AcrossStep['left'][number]): string {
  if (each.code === 'check')
    return t('across.left.check', { text: t(`review.check.${each.text}`, { count: each.count }) });
  if (each.code === 'finding')
    return t('across.left.check', {
      text: t('across.left.found', { name: t(`check.name.${each.text}`), places: each.count }),
    });
  return t(`across.left.${each.code}`, named(each));
}

/** Why a step cannot be done, or a part of it. */
export const blockedWords = ({ blocked }: AcrossStep): string =>
  blocked ? explain(new BackendError(blocked)).title : '';

/** Which edition a step is about. */
export const stepName = ({ lang }: AcrossStep): string => (lang ? nativeName(lang) : t('across.whole'));

/** What the button that carries the plan out is called; `replacing`: a picture comes, or is still to be chosen. */
export function actName({ act }: Across, replacing: boolean): string {
  if (act === 'picture') return replacing ? t('across.act.replace') : t('across.act.remove');
  return t(`across.act.${act}`);
}

/** The plan as plain text, a line for each thing. */
export function plainText({ steps }: AcrossPlan, title: string): string {
  const lines = steps.flatMap((step) => [
    '',
    `${stepName(step)} — ${step.headline}`,
    ...step.does.map((each) => `  ✓ ${doneWords(each)}`),
    ...(step.stays ? [`  – ${t(`across.stays.${step.stays}`)}`] : []),
    ...(step.blocked ? [`  ✗ ${t('across.blocked')}: ${blockedWords(step)}`] : []),
    ...step.left.map((each) => `  ☐ ${leftWords(each)}`),
  ]);
  return [title, ...lines].join('\n');
}
