import type { Node } from '@milkdown/kit/prose/model';
import { Plugin, PluginKey, type EditorState } from '@milkdown/kit/prose/state';
import { Decoration, DecorationSet, type EditorView } from '@milkdown/kit/prose/view';
import { replaceWords } from '$features/body/commands/text';
import type { Mark } from '$ui/marks';

/** Says what is to be underlined in each of several texts. */
export type Inspect = (texts: string[]) => Promise<readonly (readonly Mark[])[]>;

/** A mark that is open, and where it stands in the document and the window. */
export interface OpenMark {
  mark: Mark;
  from: number;
  to: number;
  anchor: { getBoundingClientRect: () => Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'> };
}

/** Milliseconds after a change until the text is looked through. */
const pause = 300;

/** What was found in one block: its marks, in positions of the document. */
interface Found {
  from: number;
  to: number;
  marks: Decoration[];
}

/**
 * Underlines what somebody outside finds in the text. Blocks are looked through when the
 * writer pauses, only those that changed, and never while an input method composes; a key
 * costs nothing but moving the marks along.
 */
export class Marking {
  /** The mark whose menu is open. */
  open = $state.raw<OpenMark | null>(null);

  readonly #inspect: () => Inspect | undefined;
  readonly #key = new PluginKey<DecorationSet>('marks');
  #view: EditorView | null = null;
  #seen = new WeakSet<Node>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(inspect: () => Inspect | undefined) {
    this.#inspect = inspect;
  }

  plugin(): Plugin<DecorationSet> {
    const key = this.#key;
    return new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, set) => {
          const found = transaction.getMeta(key) as Found[] | undefined;
          const moved = transaction.docChanged ? set.map(transaction.mapping, transaction.doc) : set;
          return found ? renew(moved, found, transaction.doc) : moved;
        },
      },
      props: {
        decorations: (state) => key.getState(state),
        handleDOMEvents: { contextmenu: (view, event) => this.#pressed(view, event) },
      },
      view: (view) => {
        this.#view = view;
        this.#wait();
        return {
          update: (now, before) => now.state.doc !== before.doc && this.#wait(),
          destroy: () => {
            clearTimeout(this.#timer);
            this.#view = null;
          },
        };
      },
    });
  }

  /** Looks through the whole text again: what is known outside has changed. */
  again(): void {
    this.#seen = new WeakSet();
    this.#wait();
  }

  /** Opens the mark at the caret, else the next one, else the first. False where there is none. */
  show(): boolean {
    const view = this.#view;
    const all = view ? this.#marks(view.state) : [];
    const at = view?.state.selection.head ?? 0;
    const mark =
      all.find(({ from, to }) => from <= at && at <= to) ?? all.find(({ from }) => from > at) ?? all[0];
    if (!view || !mark) return false;
    this.#show(view, mark);
    return true;
  }

  /** Puts words in the place of the open mark. */
  replace(words: string): void {
    const [view, open] = [this.#view, this.open];
    this.open = null;
    if (!view || !open || !view.editable) return;
    view.dispatch(replaceWords(view.state, open.from, open.to, words));
    view.focus();
  }

  /** Closes the menu and leaves the text as it is. */
  close(): void {
    this.open = null;
    this.#view?.focus();
  }

  #marks = (state: EditorState) =>
    (this.#key.getState(state)?.find() ?? []).sort((a, b) => a.from - b.from || a.to - b.to);

  #pressed(view: EditorView, event: MouseEvent): boolean {
    const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
    const mark =
      at === undefined ? undefined : this.#marks(view.state).find((m) => m.from <= at && at <= m.to);
    if (!mark || !(event.target as HTMLElement).closest('.marked')) return false;
    event.preventDefault();
    this.#show(view, mark);
    return true;
  }

  #show(view: EditorView, { from, to, spec }: Decoration): void {
    const start = view.coordsAtPos(from);
    const end = view.coordsAtPos(to, -1);
    const box = {
      left: Math.min(start.left, end.left),
      right: Math.max(start.right, end.right),
      top: start.top,
      bottom: Math.max(start.bottom, end.bottom),
    };
    this.open = { mark: spec.mark as Mark, from, to, anchor: { getBoundingClientRect: () => box } };
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), pause);
  }

  async #look(): Promise<void> {
    const [view, inspect] = [this.#view, this.#inspect()];
    if (!view || !inspect) return;
    if (view.composing) return this.#wait();
    const blocks = unseen(view.state.doc, this.#seen);
    if (blocks.length === 0) return;
    const found = await inspect(blocks.map(textOf)).catch(() => null);
    if (!found || this.#view !== view || view.isDestroyed) return;
    if (view.composing) return this.#wait();
    const marks = new Map(blocks.map((block, i) => [block, found[i] ?? []]));
    this.#put(view, marks);
  }

  #put(view: EditorView, marks: Map<Node, readonly Mark[]>): void {
    const fresh: Found[] = [];
    view.state.doc.descendants((node, position) => {
      const own = marks.get(node);
      if (!own) return;
      this.#seen.add(node);
      const start = position + 1;
      fresh.push({ from: start, to: start + node.content.size, marks: own.map((m) => drawn(m, start)) });
    });
    const before = this.#key.getState(view.state);
    const changed = fresh.filter(({ from, to, marks: now }) => !alike(before?.find(from, to) ?? [], now));
    if (changed.length === 0) return;
    view.dispatch(view.state.tr.setMeta(this.#key, changed).setMeta('addToHistory', false));
  }
}

const textOf = (block: Node) => block.textBetween(0, block.content.size, '', '\ufffc');

function unseen(doc: Node, seen: WeakSet<Node>): Node[] {
  const blocks: Node[] = [];
  doc.descendants((node) => {
    if (node.isTextblock && !node.type.spec.code && !seen.has(node) && node.content.size > 0)
      blocks.push(node);
    return !node.isTextblock;
  });
  return blocks;
}

function drawn(mark: Mark, start: number): Decoration {
  const attributes = { class: `marked ${mark.tone}`, title: mark.title };
  return Decoration.inline(start + mark.start, start + mark.end, attributes, { mark });
}

function renew(set: DecorationSet, found: Found[], doc: Node): DecorationSet {
  let next = set;
  for (const { from, to, marks } of found) {
    next = next.remove(next.find(from, to).filter((old) => old.from >= from && old.to <= to)).add(doc, marks);
  }
  return next;
}

function alike(before: Decoration[], now: Decoration[]): boolean {
  const name = ({ from, to, spec }: Decoration) => `${from} ${to} ${(spec.mark as Mark).title}`;
  const known = new Set(before.map(name));
  return before.length === now.length && now.every((each) => known.has(name(each)));
}
