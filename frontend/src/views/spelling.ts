import { Spelling } from '$features/spelling/Spelling.svelte';
import type { Lang } from '$lib/backend/types';
import { t } from '$lib/i18n';
import type { App } from '$lib/state/app';

/** Spelling for a view: a word that a person adds can be taken back from the message about it. */
export function makeSpelling({ backend, toasts }: Pick<App, 'backend' | 'toasts'>): Spelling {
  async function add(lang: Lang, word: string) {
    const done = await toasts.guard(async () => {
      await backend.addWord(lang, word);
      return true;
    });
    const undo = () => void toasts.guard(() => backend.removeWord(lang, word));
    if (done) toasts.say(() => t('spelling.added', { word }), { label: () => t('spelling.undo'), run: undo });
  }
  return new Spelling(backend, (lang, word) => void add(lang, word));
}
