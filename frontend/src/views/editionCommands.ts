import { actIcons, possibleActs, type Act } from '$features/edition/acts';
import type { EditionDraft } from '$features/edition/EditionDraft.svelte';
import type { Role } from '$lib/backend/types';
import { t } from '$lib/i18n';
import type { Command } from '$lib/keys/commands.svelte';
import type { SideTab } from './EditionSide.svelte';

interface Table {
  draft: EditionDraft;
  roles: Role[];
  save: () => void;
  act: (act: Act) => void;
  show: (tab: SideTab) => void;
  translate?: () => void; // there is another edition to translate from
  back: () => void;
}

const keys: Partial<Record<Act, string>> = { submit: 'Mod+Shift+Enter' };

/** What can be done while an edition is open. */
export function editionCommands({ draft, roles, save, act, show, translate, back }: Table): Command[] {
  const group = t('edition.group');
  const possible = possibleActs(draft.edition, roles);
  return [
    { id: 'save', title: t('edition.save'), group, keys: 'Mod+S', run: save },
    {
      id: 'show-story',
      title: t('edition.panel.story'),
      group,
      keys: 'Mod+Shift+D',
      run: () => show('story'),
    },
    {
      id: 'show-comments',
      title: t('edition.panel.comments'),
      group,
      keys: 'Mod+Shift+M',
      run: () => show('comments'),
    },
    { id: 'show-checks', title: t('check.panel'), group, keys: 'Mod+Shift+K', run: () => show('checks') },
    {
      id: 'show-history',
      title: t('edition.history'),
      group,
      keys: 'Mod+Shift+H',
      run: () => show('history'),
    },
    { id: 'show-preview', title: t('preview.title'), group, keys: 'Mod+Shift+P', run: () => show('preview') },
    {
      id: 'translate',
      title: t('translate.open'),
      group,
      keys: 'Alt+T',
      disabled: !translate,
      run: () => translate?.(),
    },
    { id: 'leave-edition', title: t('edition.back'), group, keys: 'Alt+0', run: back },
    ...(Object.keys(actIcons) as Act[]).map((each) => ({
      id: `do-${each}`,
      title: t(`edition.act.${each}`),
      group,
      keys: keys[each],
      disabled: !possible.includes(each),
      run: () => act(each),
    })),
  ];
}
