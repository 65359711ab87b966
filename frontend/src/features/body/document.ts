import {
  Editor,
  defaultValueCtx,
  editorViewCtx,
  editorViewOptionsCtx,
  parserCtx,
  remarkCtx,
  remarkStringifyOptionsCtx,
  rootCtx,
  serializerCtx,
} from '@milkdown/kit/core';
import type { MilkdownPlugin } from '@milkdown/kit/ctx';
import { history } from '@milkdown/kit/plugin/history';
import {
  commonmark,
  remarkPreserveEmptyLinePlugin,
  syncHeadingIdPlugin,
  syncListOrderPlugin,
} from '@milkdown/kit/preset/commonmark';
import { gfm, remarkGFMPlugin } from '@milkdown/kit/preset/gfm';
import type { Node } from '@milkdown/kit/prose/model';
import type { Plugin } from '@milkdown/kit/prose/state';
import type { EditorProps, EditorView } from '@milkdown/kit/prose/view';
import { $prose } from '@milkdown/kit/utils';
import { handlers } from '$features/body/handlers';
import { figureSchema, figuresFromPictures, videoSchema } from '$features/body/schema/figure';
import { itemSchema } from '$features/body/schema/listItem';
import { safeLinkSchema } from '$features/body/schema/link';
import { pictureSchema } from '$features/body/schema/picture';
import { cellSchema, headerCellSchema } from '$features/body/schema/table';
import { isWhole } from '$features/body/wholeness';

/** What a document is opened with. Plugins come before Milkdown's own, so their keys win. */
export interface DocumentOptions {
  root: HTMLElement;
  markdown: string;
  plugins?: Plugin[];
  props?: Partial<EditorProps>;
}

/** A Markdown text open for editing: ProseMirror's view of it, and the way there and back. */
export interface OpenDocument {
  view: EditorView;
  parse(markdown: string): Node;
  /** Whether a document made from a text holds all of it. */
  holds(doc: Node, markdown: string): boolean;
  serialize(doc: Node): string;
  close(): Promise<void>;
}

/**
 * Opens a Markdown text with Milkdown. Of its presets these are left out: the
 * empty-line plugin (it writes `<br />` and eats the `<br>` of table cells) and
 * the two that walk the whole document after every key to keep heading ids and
 * list labels, which nothing here reads.
 */
export async function openDocument(options: DocumentOptions): Promise<OpenDocument> {
  const dropped = new Set<MilkdownPlugin>(
    [remarkPreserveEmptyLinePlugin, syncHeadingIdPlugin, syncListOrderPlugin].flat(),
  );
  const editor = await Editor.make()
    .config((ctx) => {
      ctx.set(rootCtx, options.root);
      ctx.set(defaultValueCtx, options.markdown);
      ctx.set(remarkGFMPlugin.options.key, { tablePipeAlign: false });
      ctx.update(editorViewOptionsCtx, (previous) => ({ ...previous, ...options.props }));
      ctx.update(remarkStringifyOptionsCtx, (previous) => ({
        ...previous,
        bullet: '-' as const,
        rule: '-' as const,
        emphasis: '*' as const,
        handlers: { ...previous.handlers, ...handlers },
      }));
    })
    .use((options.plugins ?? []).map((plugin) => $prose(() => plugin)))
    .use(commonmark.filter((plugin) => !dropped.has(plugin)))
    .use([pictureSchema, safeLinkSchema].flat())
    .use(gfm)
    .use([itemSchema, cellSchema, headerCellSchema, figureSchema, videoSchema, figuresFromPictures].flat())
    .use(history)
    .create();
  return {
    view: editor.action((ctx) => ctx.get(editorViewCtx)),
    parse: (markdown) => editor.action((ctx) => ctx.get(parserCtx)(markdown)),
    holds: (doc, markdown) =>
      editor.action((ctx) => {
        const remark = ctx.get(remarkCtx);
        return isWhole(remark.runSync(remark.parse(markdown), markdown), doc);
      }),
    serialize: (doc) => editor.action((ctx) => ctx.get(serializerCtx)(doc)),
    close: async () => void (await editor.destroy()),
  };
}
