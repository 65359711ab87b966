import { TextSelection } from '@milkdown/kit/prose/state';
import type { EditorView } from '@milkdown/kit/prose/view';
import { Body, type BodyHost } from '$features/body/Body.svelte';

// jsdom lays nothing out, and ProseMirror asks where the caret is before it scrolls there.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => ({ left: 0, right: 0, top: 0, bottom: 0 }) as DOMRect;
globalThis.ClipboardEvent ??= class extends Event {} as unknown as typeof ClipboardEvent;

/** A body in a test, and everything that it reported. */
export interface Writing {
  body: Body;
  view: EditorView;
  changes: string[];
  counts: number[];
  /** The text as it would be reported now. */
  markdown(): string;
  /** Selects the first place where these words stand. */
  select(words: string): void;
  /** Puts the caret behind these words. */
  behind(words: string): void;
}

/** Opens a body in jsdom. */
export async function writing(markdown = '', host: Partial<BodyHost> = {}): Promise<Writing> {
  const changes: string[] = [];
  const counts: number[] = [];
  const body = new Body({
    lang: () => 'fa',
    direction: () => 'rtl',
    editable: () => true,
    invisibles: () => false,
    pictureUrl: (ref) => `/${ref}`,
    openLink: () => undefined,
    changed: (text) => changes.push(text),
    counted: (words) => counts.push(words),
    takePicture: () => undefined,
    choosePicture: () => undefined,
    slashItems: () => [],
    words: {
      label: () => 'text',
      placeholder: () => 'write',
      task: () => 'done',
      lonelyNote: () => 'lonely',
    },
    ...host,
  });
  const root = document.createElement('div');
  document.body.append(root);
  await body.open(root, markdown);
  const { view } = body;
  if (!view) throw new Error('the body did not open');
  const place = (words: string) => placeOf(view, words);
  return {
    body,
    view,
    changes,
    counts,
    markdown: () => {
      body.flush();
      return changes.at(-1) ?? markdown;
    },
    select: (words) => {
      const at = place(words);
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at, at + words.length)));
    },
    behind: (words) => {
      const at = place(words) + words.length;
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)));
    },
  };
}

function placeOf(view: EditorView, words: string): number {
  let found = -1;
  view.state.doc.descendants((node, position) => {
    const at = node.isTextblock ? node.textBetween(0, node.content.size, '', '\ufffc').indexOf(words) : -1;
    if (found < 0 && at >= 0) found = position + 1 + at;
    return found < 0;
  });
  if (found < 0) throw new Error(`"${words}" is not in the text`);
  return found;
}
