import { t } from '$lib/i18n';
import type { PlaceName } from '$lib/state/route.svelte';
import type { IconName } from '$ui/icons';

/** A view that the navigation leads to. */
export interface Place {
  view: PlaceName;
  title: string;
  icon: IconName;
  keys: string;
}

/** The entries of the navigation, in order, in the language of the interface. */
export function placesOf(): Place[] {
  return [
    { view: 'work', title: t('shell.nav.work'), icon: 'inbox', keys: 'Alt+1' },
    { view: 'stories', title: t('shell.nav.stories'), icon: 'stories', keys: 'Alt+2' },
    { view: 'coverage', title: t('shell.nav.coverage'), icon: 'grid', keys: 'Alt+3' },
    { view: 'review', title: t('shell.nav.review'), icon: 'review', keys: 'Alt+4' },
    { view: 'names', title: t('shell.nav.names'), icon: 'names', keys: 'Alt+5' },
    { view: 'terms', title: t('shell.nav.terms'), icon: 'tags', keys: 'Alt+6' },
    { view: 'publish', title: t('shell.nav.publish'), icon: 'globe', keys: 'Alt+7' },
    { view: 'settings', title: t('shell.nav.settings'), icon: 'settings', keys: 'Alt+8' },
  ];
}
