import { redo, undo } from '@milkdown/kit/prose/history';
import type { Node } from '@milkdown/kit/prose/model';
import { TextSelection } from '@milkdown/kit/prose/state';
import type { EditorView } from '@milkdown/kit/prose/view';
import { readCaption, writeCaption, type Caption } from '$features/body/schema/caption';

/** A figure or video of the document, as its component sees it. */
export class BlockState {
  src = $state('');
  alt = $state('');
  title = $state('');
  selected = $state(false);
  editable = $state(true);

  readonly #view: EditorView;
  readonly #position: () => number | undefined;

  constructor(node: Node, view: EditorView, position: () => number | undefined) {
    this.#view = view;
    this.#position = position;
    this.show(node);
  }

  /** Takes over what the document says. */
  show(node: Node): void {
    this.src = String(node.attrs.src);
    this.alt = String(node.attrs.alt);
    this.title = String(node.attrs.title);
    this.editable = this.#view.editable;
  }

  get caption(): Caption {
    return readCaption(this.title);
  }

  changeCaption(part: Partial<Caption>): void {
    this.change('title', writeCaption({ ...this.caption, ...part }));
  }

  /** Writes an attribute into the document; quick changes of one field are one step to undo. */
  change(name: 'src' | 'alt' | 'title', value: string): void {
    const at = this.#position();
    const node = at === undefined ? null : this.#view.state.doc.nodeAt(at);
    if (at === undefined || !node || !this.#view.editable) return;
    const attrs = { ...node.attrs, [name]: value.replaceAll(/\s*\n\s*/g, ' ') };
    // Not setNodeAttribute: the history joins steps that replace something, and no others.
    this.#view.dispatch(this.#view.state.tr.setNodeMarkup(at, null, attrs));
  }

  remove(): void {
    const at = this.#position();
    const node = at === undefined ? null : this.#view.state.doc.nodeAt(at);
    if (at === undefined || !node) return;
    this.#view.dispatch(this.#view.state.tr.delete(at, at + node.nodeSize));
    this.#view.focus();
  }

  /** Puts the caret into the text behind the block. */
  leave(): void {
    const at = this.#position();
    if (at === undefined) return;
    const { doc, tr } = this.#view.state;
    const end = at + (doc.nodeAt(at)?.nodeSize ?? 0);
    this.#view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(end))).scrollIntoView());
    this.#view.focus();
  }

  /** The fields undo with the document, not each for itself. */
  undo(): void {
    undo(this.#view.state, this.#view.dispatch);
  }

  redo(): void {
    redo(this.#view.state, this.#view.dispatch);
  }
}
