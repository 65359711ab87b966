import { dropCursor } from '@milkdown/kit/prose/dropcursor';
import { gapCursor } from '@milkdown/kit/prose/gapcursor';
import type { Plugin, Transaction } from '@milkdown/kit/prose/state';
import type { EditorProps } from '@milkdown/kit/prose/view';
import { actionList } from '$features/body/actions';
import type { Body, Request } from '$features/body/Body.svelte';
import { blockView, type BlockHost } from '$features/body/blocks/blockView';
import FigureBlock from '$features/body/blocks/FigureBlock.svelte';
import { inlinePicture } from '$features/body/blocks/inlinePicture';
import { taskItem } from '$features/body/blocks/taskItem';
import VideoBlock from '$features/body/blocks/VideoBlock.svelte';
import { findPlugin } from '$features/body/find/matches';
import { pastePlugin } from '$features/body/paste/pastePlugin';
import { offerPlugin } from '$features/body/offer/offerPlugin';
import { blockDirection } from '$features/body/plugins/direction';
import { footnotes } from '$features/body/plugins/notes';
import { invisibleMarks } from '$features/body/plugins/invisibles';
import { pendingPictures } from '$features/body/plugins/pendingPictures';
import { placeholder } from '$features/body/plugins/placeholder';
import { pointer } from '$features/body/plugins/pointer';
import { shortcuts, writingKeys, type Shortcut } from '$features/body/plugins/shortcuts';
import { slashPlugin } from '$features/body/slash/trigger';

/** What the plugins need to know of the place where the editor stands. */
export interface PluginHost extends BlockHost {
  lang: () => string;
  editable: () => boolean;
  invisibles: () => boolean;
  openLink: (address: string) => void;
  words: Record<'label' | 'placeholder' | 'task' | 'lonelyNote', () => string>;
}

export interface WritingPlugins {
  list: Plugin[];
  props: Partial<EditorProps>;
  /** Marks a transaction so that all decorations are made again. */
  renew: (transaction: Transaction) => Transaction;
}

/** Everything that the editor adds to Milkdown, in the order in which keys reach it. */
export function plugins(host: PluginHost, body: Body): WritingPlugins {
  const direction = blockDirection(host.direction);
  const invisibles = invisibleMarks(host.invisibles);
  const list = [
    slashPlugin(body.slash),
    offerPlugin(body.offers),
    shortcuts(requests(body)),
    writingKeys(host.direction),
    footnotes(host.words.lonelyNote),
    pastePlugin((view, files, position) => body.takeFiles(view, files, position)),
    pointer({ openLink: host.openLink }),
    findPlugin(),
    direction.plugin,
    invisibles.plugin,
    body.marking.plugin(),
    pendingPictures(),
    placeholder(host.words.placeholder),
    dropCursor({ class: 'drop-cursor', color: false }),
    gapCursor(),
  ];
  return { list, props: viewProps(host), renew: (t) => invisibles.renew(direction.renew(t)) };
}

function requests(body: Body): Shortcut[] {
  const own: [Request, string][] = [
    ['link', 'Mod+L'],
    ['find', 'Mod+F'],
    ['replace', 'Mod+H'],
    ['redo', 'Mod+Y'],
  ];
  for (const [id, { keys }] of actionList) if (keys) own.push([id, keys]);
  const marks = { keys: 'Alt+Enter', run: () => body.marking.show() };
  return [
    marks,
    ...own.map(([id, keys]) => ({ keys, run: () => body.run(id) || id === 'undo' || id === 'redo' })),
  ];
}

function viewProps(host: PluginHost): Partial<EditorProps> {
  const covered = { top: 112, bottom: 24, left: 0, right: 0 }; // px: the bars that stay in sight lie over the text
  return {
    editable: host.editable,
    scrollThreshold: covered,
    scrollMargin: covered,
    attributes: () => ({
      lang: host.lang(),
      dir: host.direction(),
      'aria-label': host.words.label(),
      'aria-multiline': 'true',
      spellcheck: 'true',
    }),
    nodeViews: {
      figure: blockView(FigureBlock, host),
      video: blockView(VideoBlock, host),
      image: inlinePicture(host),
      list_item: taskItem(host.words.task),
    },
  };
}
