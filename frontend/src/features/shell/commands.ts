import { t } from '$lib/i18n';
import type { Command } from '$lib/keys/commands.svelte';
import type { App } from '$lib/state/app';
import { placesOf } from './places';

/** What can be done from everywhere: go to a view, open the palette, change the look. */
export function frameCommands(
  app: App,
  open: { palette: () => void; shortcuts: () => void; guide: () => void },
): Command[] {
  const go = t('shell.group.places');
  const window = t('shell.group.window');
  const prefer = (change: Parameters<App['session']['prefer']>[0]) =>
    void app.toasts.guard(() => app.session.prefer(change));
  const { theme, textSize } = app.session.preferences;

  return [
    {
      id: 'palette',
      title: t('shell.palette.open'),
      group: window,
      keys: 'Mod+K',
      hidden: true,
      run: open.palette,
    },
    { id: 'guide', title: t('guide.open'), group: window, keys: 'F1', above: true, run: open.guide },
    { id: 'shortcuts', title: t('shell.shortcuts.open'), group: window, keys: 'Mod+/', run: open.shortcuts },
    {
      id: 'shortcuts-sign',
      title: t('shell.shortcuts.open'),
      group: window,
      keys: '?',
      hidden: true,
      run: open.shortcuts,
    },
    ...placesOf().map(({ view, title, keys }) => ({
      id: `go-${view}`,
      title: t('shell.goTo', { place: title }),
      group: go,
      keys,
      run: () => app.route.go(view),
    })),
    ...(['system', 'light', 'dark'] as const).map((each) => ({
      id: `theme-${each}`,
      title: t(`shell.theme.${each}.act`),
      group: window,
      disabled: theme === each,
      run: () => prefer({ theme: each }),
    })),
    {
      id: 'text-larger',
      title: t('shell.textSize.larger'),
      group: window,
      keys: 'Mod+Shift+.',
      disabled: textSize >= 160,
      run: () => prefer({ textSize: Math.min(160, textSize + 10) }),
    },
    {
      id: 'text-smaller',
      title: t('shell.textSize.smaller'),
      group: window,
      keys: 'Mod+Shift+,',
      disabled: textSize <= 80,
      run: () => prefer({ textSize: Math.max(80, textSize - 10) }),
    },
  ];
}
