import { Spelling } from '$features/spelling/Spelling.svelte';
import { t } from '$lib/i18n';
import type { App } from '$lib/state/app';

/** Spelling for a view: a word that a person adds can be taken back from the message about it. */
export function makeSpelling({ backend, toasts }: Pick<App, 'backend' | 'toasts'>): Spelling {
  return new Spelling(backend, (lang, word) => {
    const run = () => void toasts.guard(() => backend.removeWord(lang, word));
    toasts.say(t('spelling.added', { word }), { label: t('spelling.undo'), run });
  });
}
