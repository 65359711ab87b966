import { actIcons, possibleActs, type Act } from '$features/edition/acts';
import type { EditionDraft } from '$features/edition/EditionDraft.svelte';
import { standing } from '$features/translate/row';
import type { Rows } from '$features/translate/Rows.svelte';
import type { Role } from '$lib/backend/types';
import { t } from '$lib/i18n';
import type { Command } from '$lib/keys/commands.svelte';
import type { IconName } from '$ui/icons';
import type { MenuItem } from '$ui/menu';

interface Table {
  draft: EditionDraft;
  rows: Rows;
  roles: Role[];
  save: () => void;
  act: (act: Act) => void;
  edition: () => void;
  back: () => void;
  panel: () => void;
  stack: () => void;
  none: () => void; // no row is left that needs somebody
}

interface RowAct {
  id: string;
  key: string; // of the catalogue
  keys?: string;
  icon?: IconName;
  disabled?: boolean;
  danger?: boolean;
  run: () => void;
}

/** What can be done with the row where the work is. */
function rowActs(rows: Rows): (RowAct | 'line')[] {
  const { row, place } = rows;
  const now = row && standing(row);
  const lacks = row === undefined || row.sources.length === 0;
  const closed = now === 'done' || now === 'left';
  return [
    {
      id: 'row-copy',
      key: 'translate.copy',
      keys: 'Mod+Shift+C',
      icon: 'copy',
      disabled: lacks,
      run: () => rows.copySource(),
    },
    {
      id: 'row-token',
      key: 'translate.token',
      keys: 'Mod+Shift+L',
      icon: 'link',
      disabled: !row?.tokens.length,
      run: () => rows.insertNextToken(),
    },
    'line',
    {
      id: 'row-split',
      key: 'translate.split',
      keys: 'Mod+Shift+J',
      icon: 'row-add',
      disabled: !row,
      run: () => rows.split(),
    },
    {
      id: 'row-join',
      key: 'translate.join',
      keys: 'Mod+J',
      disabled: !row || place + 1 >= rows.list.length,
      run: () => rows.join(),
    },
    {
      id: 'row-up',
      key: 'translate.up',
      keys: 'Alt+PageUp',
      icon: 'up',
      disabled: place < 1,
      run: () => rows.move(-1),
    },
    {
      id: 'row-down',
      key: 'translate.down',
      keys: 'Alt+PageDown',
      icon: 'down',
      disabled: !row || place + 1 >= rows.list.length,
      run: () => rows.move(1),
    },
    'line',
    {
      id: 'row-leave',
      key: 'translate.leave',
      keys: 'Mod+Alt+Enter',
      icon: 'remove',
      disabled: lacks || row.target.trim() !== '' || closed,
      run: () => rows.finish(),
    },
    {
      id: 'row-reopen',
      key: 'translate.reopen',
      icon: 'undo',
      disabled: now !== 'left',
      run: () => rows.reopen(),
    },
    {
      id: 'rows-done',
      key: 'translate.done.all',
      icon: 'check',
      disabled: rows.progress.changed === 0,
      run: () => rows.finishChanged(),
    },
    {
      id: 'row-drop',
      key: 'translate.drop',
      icon: 'trash',
      danger: true,
      disabled: row?.sources.length !== 0,
      run: () => rows.drop(),
    },
  ];
}

/** The same as entries of the row's menu. */
export function rowMenu(rows: Rows): (MenuItem | 'line')[] {
  return rowActs(rows).map((act) =>
    act === 'line' ? act : { ...act, label: t(act.key), onselect: act.run },
  );
}

/** What can be done while a translation is open. */
export function translateCommands(table: Table): Command[] {
  const { draft, rows } = table;
  const group = t('translate.group');
  const possible = possibleActs(draft.edition, table.roles);
  const next = () => void (rows.nextOpen() || table.none());
  const done = () => {
    rows.finishWritten();
    next();
  };
  const of = (id: string, key: string, keys: string | undefined, run: () => void, more = {}): Command => ({
    id,
    title: t(key),
    group,
    keys,
    run,
    ...more,
  });
  return [
    of('row-done-next', 'translate.done.next', 'Mod+Enter', done),
    of('next-open', 'translate.next', 'F8', next),
    of('next-open-sign', 'translate.next', 'Mod+.', next, { hidden: true }),
    of('row-next', 'translate.following', 'Alt+ArrowDown', () => rows.step(1)),
    of('row-previous', 'translate.previous', 'Alt+ArrowUp', () => rows.step(-1)),
    ...rowActs(rows)
      .filter((act) => act !== 'line')
      .map((act) => of(act.id, act.key, act.keys, act.run, { disabled: act.disabled })),
    of('undo', 'translate.undo', undefined, () => rows.undo()),
    of('redo', 'translate.redo', undefined, () => rows.redo()),
    of('save', 'edition.save', 'Mod+S', table.save),
    of('translate', 'translate.edition', 'Alt+T', table.edition),
    of('toggle-panel', 'translate.panel', 'Mod+Shift+D', table.panel),
    of('toggle-stacked', 'translate.stacked', undefined, table.stack),
    of('leave-edition', 'edition.back', 'Alt+0', table.back),
    ...(Object.keys(actIcons) as Act[]).map((each) =>
      of(
        `do-${each}`,
        `edition.act.${each}`,
        each === 'submit' ? 'Mod+Shift+Enter' : undefined,
        () => table.act(each),
        {
          disabled: !possible.includes(each),
        },
      ),
    ),
  ];
}
