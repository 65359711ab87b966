import type { Node } from '@milkdown/kit/prose/model';
import { type Command, NodeSelection, TextSelection } from '@milkdown/kit/prose/state';
import { depthOf, nodeType } from '$features/body/commands/blocks';

/** Puts a reference at the caret and an empty note at the end of the text, and the caret into the note. */
export const insertFootnote: Command = (state, dispatch) => {
  const { $from, to } = state.selection;
  const reference = nodeType(state, 'footnote_reference');
  const at = $from.index();
  if (depthOf($from, 'footnote_definition') || !$from.parent.canReplaceWith(at, at, reference)) return false;
  const label = freeLabel(state.doc);
  const note = nodeType(state, 'footnote_definition').createAndFill({ label });
  if (!dispatch || !note) return Boolean(note);
  const transaction = state.tr.insert(to, reference.create({ label }));
  const end = transaction.doc.content.size;
  transaction.insert(end, note);
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(end + 1)));
  dispatch(transaction.scrollIntoView());
  return true;
};

/**
 * Deletes a reference beside the caret, or the selected one, and with the last
 * reference its note: one step to undo.
 */
export function removeFootnote(side: 'before' | 'after'): Command {
  return (state, dispatch) => {
    const { selection } = state;
    const { $from, empty } = selection;
    const beside = side === 'before' ? $from.nodeBefore : $from.nodeAfter;
    const reference = selection instanceof NodeSelection ? selection.node : empty ? beside : null;
    if (reference?.type.name !== 'footnote_reference') return false;
    const from = empty && side === 'before' ? $from.pos - reference.nodeSize : $from.pos;
    const transaction = state.tr.delete(from, from + reference.nodeSize);
    const note = lonelyNotes(transaction.doc).find(({ node }) => node.attrs.label === reference.attrs.label);
    if (note) transaction.delete(note.from, note.from + note.node.nodeSize);
    dispatch?.(transaction.scrollIntoView());
    return true;
  };
}

/** The notes at the top level that no reference leads to. */
export function lonelyNotes(doc: Node): { node: Node; from: number }[] {
  const notes: { node: Node; from: number }[] = [];
  doc.forEach((node, from) => {
    if (node.type.name === 'footnote_definition') notes.push({ node, from });
  });
  if (notes.length === 0) return notes;
  const used = new Set<unknown>();
  doc.descendants((node) => {
    if (node.type.name === 'footnote_reference') used.add(node.attrs.label);
  });
  return notes.filter(({ node }) => !used.has(node.attrs.label));
}

/** Moves from a note to its place in the text. */
export function goToReference(label: string): Command {
  return goTo('footnote_reference', label);
}

/** Moves from a place in the text to its note. */
export function goToNote(label: string): Command {
  return goTo('footnote_definition', label);
}

/** From inside a note, back behind its reference. */
export const leaveNote: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const depth = depthOf($from, 'footnote_definition');
  if (!depth) return false;
  return goToReference(String($from.node(depth).attrs.label))(state, dispatch);
};

function goTo(name: string, label: string): Command {
  return (state, dispatch) => {
    let found = -1;
    state.doc.descendants((node, position) => {
      if (found < 0 && node.type.name === name && node.attrs.label === label) found = position;
      return found < 0;
    });
    if (found < 0) return false;
    const $found = state.doc.resolve(found + 1);
    const selection =
      name === 'footnote_reference' ? TextSelection.near($found) : TextSelection.near($found, 1);
    dispatch?.(state.tr.setSelection(selection).scrollIntoView());
    return true;
  };
}

/** The smallest number that no note and no reference carries. */
function freeLabel(doc: Node): string {
  const taken = new Set<string>();
  doc.descendants((node) => {
    if (node.type.name.startsWith('footnote_')) taken.add(String(node.attrs.label));
  });
  let number = 1;
  while (taken.has(String(number))) number += 1;
  return String(number);
}
