import { Plugin, TextSelection } from '@milkdown/kit/prose/state';
import type { EditorView } from '@milkdown/kit/prose/view';
import { safeAddress } from '$features/body/address';
import { markType } from '$features/body/commands/marks';
import { cleanHtml, isOwnHtml } from '$features/body/paste/clean';

/** Takes picture files into the text at a position; false where nobody wants them. */
export type TakePictures = (view: EditorView, files: File[], position: number) => boolean;

/**
 * Paste and drop: HTML is cleaned, plain text becomes paragraphs as it is, an
 * address over selected words becomes their link, picture files go to the archive.
 */
export function pastePlugin(take: TakePictures): Plugin {
  return new Plugin({
    props: {
      transformPastedHTML: (html) => (isOwnHtml(html) ? html : cleanHtml(html)),
      handlePaste: (view, event) => {
        const { clipboardData } = event;
        if (!clipboardData || !view.editable) return false;
        const pictures = picturesOf(clipboardData);
        // Word and browsers put a picture of the words beside the words: then the words count.
        if (pictures.length && !clipboardData.getData('text/plain').trim()) {
          return take(view, pictures, view.state.selection.from);
        }
        return linkSelection(view, clipboardData.getData('text/plain'));
      },
      handleDrop: (view, event) => {
        const pictures = event.dataTransfer ? picturesOf(event.dataTransfer) : [];
        if (!pictures.length) return false;
        event.preventDefault();
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
        return take(view, pictures, at ?? view.state.doc.content.size);
      },
    },
  });
}

function picturesOf(data: DataTransfer): File[] {
  return [...data.files].filter((file) => file.type.startsWith('image/'));
}

function linkSelection(view: EditorView, text: string): boolean {
  const { selection, tr } = view.state;
  const address = text.trim();
  if (!(selection instanceof TextSelection) || selection.empty) return false;
  if (!selection.$from.sameParent(selection.$to)) return false;
  if (!/^https?:\/\/\S+$/i.test(address) || safeAddress(address) === null) return false;
  const link = markType(view.state, 'link').create({ href: address });
  view.dispatch(tr.addMark(selection.from, selection.to, link));
  return true;
}
