import { closeHistory, redoDepth, undoDepth } from '@milkdown/kit/prose/history';
import { Plugin, type EditorState } from '@milkdown/kit/prose/state';
import type { EditorView } from '@milkdown/kit/prose/view';
import { actionList, actions, type ActionId } from '$features/body/actions';
import { BlockSerializer } from '$features/body/BlockSerializer';
import { insertFigure, insertVideo } from '$features/body/commands/figures';
import { spanText } from '$features/body/commands/text';
import { linkAt, removeLink, setLink, type LinkRange } from '$features/body/commands/marks';
import { difference } from '$features/body/difference';
import { openDocument, type OpenDocument } from '$features/body/document';
import { Find } from '$features/body/find/Find.svelte';
import { Marking, type Inspect } from '$features/body/mark/Marking.svelte';
import { bodyOffers } from '$features/body/offer/offerPlugin';
import { plugins, type PluginHost, type WritingPlugins } from '$features/body/plugins/all';
import { takePictures, type TakePicture, type TakenPicture } from '$features/body/pictures';
import type { Caption } from '$features/body/schema/caption';
import { SlashMenu, type SlashItem } from '$features/body/slash/SlashMenu.svelte';
import { WordCounter } from '$features/body/WordCounter';
import type { Complete, Offers } from '$ui/Offers.svelte';

/** What a writer can ask for: an action, or one that needs an answer first. */
export type Request = ActionId | 'link' | 'picture' | 'video' | 'find' | 'replace';

/** What the editor needs from where it stands. Functions, so that they follow the props. */
export interface BodyHost extends PluginHost {
  changed: (markdown: string) => void;
  counted: (words: number) => void;
  takePicture: () => TakePicture | undefined;
  choosePicture: () => (() => Promise<TakenPicture | null>) | undefined;
  slashItems: () => SlashItem<Request>[];
  inspect?: () => Inspect | undefined;
  complete?: () => Complete | undefined;
}

/** Milliseconds from a change until `changed` is called: once, however much is typed meanwhile. */
const pause = 150;

/**
 * The body of an edition while it is being written. The document belongs to
 * ProseMirror; this holds what the screen shows about it, and brings Markdown
 * in and out. A text from outside that says what is known already touches
 * nothing, so undo works across saves.
 */
export class Body {
  ready = $state(false);
  /** The text cannot be shown without losing something: it must be edited as it is written. */
  unfit = $state(false);
  /** The actions that the selection is of the kind of. */
  active = $state.raw<ReadonlySet<ActionId>>(new Set());
  canUndo = $state(false);
  canRedo = $state(false);
  asking = $state<'link' | 'video' | null>(null);
  link = $state.raw<LinkRange>({ from: 0, to: 0, text: '', href: '' });

  readonly find = new Find(() => this.view);
  readonly slash: SlashMenu<Request>;
  readonly marking: Marking;
  readonly offers: Offers;

  readonly #host: BodyHost;
  readonly #words = new WordCounter();
  readonly #plugins: WritingPlugins;
  #open: OpenDocument | null = null;
  #serializer: BlockSerializer | null = null;
  #known = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  #changed = false;
  #outside = false; // while a text from outside is being taken over

  constructor(host: BodyHost) {
    this.#host = host;
    this.slash = new SlashMenu(host.slashItems, (id) => this.run(id));
    this.marking = new Marking(() => host.inspect?.());
    this.offers = bodyOffers(
      () => this.view,
      () => host.complete?.(),
    );
    this.#plugins = plugins(host, this);
  }

  /** ProseMirror's view; null before `open` and after `close`. */
  get view(): EditorView | null {
    return this.#open?.view ?? null;
  }

  /** Opens a text inside an element; sets `unfit` where that cannot be done without loss. */
  async open(root: HTMLElement, markdown: string): Promise<void> {
    this.#known = markdown;
    const follow = new Plugin({ view: () => ({ update: (view, before) => this.#follow(view, before) }) });
    const { list, props } = this.#plugins;
    const opening = openDocument({ root, markdown, plugins: [...list, follow], props });
    const open = await opening.catch(() => null);
    if (!open || this.#closed || !open.holds(open.view.state.doc, markdown)) {
      this.unfit = !this.#closed;
      return open?.close();
    }
    this.#serializer = new BlockSerializer(open.serialize);
    this.#open = open;
    this.#show(open.view.state);
    this.#host.counted(this.#words.count(open.view.state.doc));
    this.ready = true;
  }

  /** Reports what is not yet reported, and closes the editor. */
  async close(): Promise<void> {
    this.flush();
    this.#closed = true;
    this.ready = false;
    const open = this.#open;
    this.#open = null;
    await open?.close();
  }

  /**
   * Takes a text from outside. One that differs from what was last given or
   * reported replaces the blocks that differ, as one step that can be undone.
   */
  give(markdown: string): void {
    if (markdown === this.#known || !this.#open) return;
    this.#known = markdown;
    const { view, parse, holds } = this.#open;
    const doc = parse(markdown);
    this.#stop();
    if (!holds(doc, markdown)) return void (this.unfit = true);
    const change = difference(view.state.doc, doc);
    if (!change) return;
    const { from, to, blocks } = change;
    this.#outside = true;
    view.dispatch(closeHistory(view.state.tr).replaceWith(from, to, blocks));
    this.#outside = false;
    this.#host.counted(this.#words.count(view.state.doc));
  }

  /** Reports a change at once that waits to be reported. */
  flush(): void {
    if (!this.#changed || !this.#open || !this.#serializer) return;
    this.#stop();
    const { doc } = this.#open.view.state;
    this.#host.counted(this.#words.count(doc));
    const markdown = this.#serializer.write(doc);
    if (markdown === this.#known) return;
    this.#known = markdown;
    this.#host.changed(markdown);
  }

  /** Does what a button, menu or shortcut asks for. False where it does not fit the selection. */
  run(request: Request): boolean {
    const { view } = this;
    if (!view) return false;
    if (request === 'find' || request === 'replace') return this.#find(request === 'replace');
    if (!view.editable) return false;
    if (request === 'link') return this.#askLink(view.state);
    if (request === 'video') return Boolean((this.asking = 'video'));
    if (request === 'picture') return this.#choosePicture();
    view.focus();
    spanText(view);
    return actions[request].command(view.state, view.dispatch);
  }

  /** Answers the question for a link. An empty address takes it away. */
  answerLink(text: string, href: string): void {
    this.asking = null;
    const { view } = this;
    if (!view) return;
    const command = href ? setLink(this.link, text || href, href) : removeLink(this.link);
    command(view.state, view.dispatch);
    view.focus();
  }

  /** Answers the question for a video. */
  answerVideo(address: string, title: string, caption: Caption): void {
    this.asking = null;
    const { view } = this;
    if (!view) return;
    insertVideo(address, title, caption)(view.state, view.dispatch);
    view.focus();
  }

  /** Takes picture files in at a position. */
  takeFiles(view: EditorView, files: File[], position: number): boolean {
    const take = this.#host.takePicture();
    if (!take || !view.editable) return false;
    void takePictures(view, files, position, take);
    return true;
  }

  /** Draws again what depends on direction, language or invisible marks. */
  redraw(): void {
    const { view } = this;
    if (!view) return;
    view.setProps({});
    view.dispatch(this.#plugins.renew(view.state.tr));
  }

  #find(replacing: boolean): boolean {
    this.find.show(replacing);
    return true;
  }

  #askLink(state: EditorState): boolean {
    if (!state.selection.$from.parent.isTextblock) return false;
    this.link = linkAt(state);
    this.asking = 'link';
    return true;
  }

  #choosePicture(): boolean {
    const choose = this.#host.choosePicture();
    if (!choose) return false;
    void choose().then((picture) => {
      if (picture && this.view) insertFigure(picture.ref)(this.view.state, this.view.dispatch);
      this.view?.focus();
    });
    return true;
  }

  #follow(view: EditorView, before: EditorState): void {
    const { state } = view;
    if (state.doc !== before.doc) {
      this.find.refresh();
      if (!this.#outside) this.#start();
    }
    if (
      state.doc !== before.doc ||
      !state.selection.eq(before.selection) ||
      state.storedMarks !== before.storedMarks
    ) {
      this.#show(state);
    }
  }

  #show(state: EditorState): void {
    this.canUndo = undoDepth(state) > 0;
    this.canRedo = redoDepth(state) > 0;
    const active = actionList.filter(([, action]) => action.active?.(state)).map(([id]) => id);
    if (active.join() !== [...this.active].join()) this.active = new Set(active);
  }

  #start(): void {
    this.#changed = true;
    this.#timer ??= setTimeout(() => this.flush(), pause);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#changed = false;
  }
}
