import { t } from '$lib/i18n';
import type { ViewName } from '$lib/state/route.svelte';

/** A view that the navigation leads to. */
export interface Place {
  view: Exclude<ViewName, 'edition'>;
  title: string;
  icon: 'stories' | 'tags' | 'globe' | 'settings';
  keys: string;
}

/** The entries of the navigation, in order, in the language of the interface. */
export function placesOf(): Place[] {
  return [
    { view: 'stories', title: t('shell.nav.stories'), icon: 'stories', keys: 'Alt+1' },
    { view: 'terms', title: t('shell.nav.terms'), icon: 'tags', keys: 'Alt+2' },
    { view: 'publish', title: t('shell.nav.publish'), icon: 'globe', keys: 'Alt+3' },
    { view: 'settings', title: t('shell.nav.settings'), icon: 'settings', keys: 'Alt+4' },
  ];
}
