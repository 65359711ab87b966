import type { EditorState } from '@milkdown/kit/prose/state';

/** How far back is looked, in UTF-16 units. */
const reach = 80;

const letter = /[\p{L}\p{M}\p{N}]/u;

/** The text before the caret where it stands at the end of a word; "" elsewhere. */
export function beginningAt({ selection }: EditorState): string {
  const { $from, empty } = selection;
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code) return '';
  const { parent, parentOffset } = $from;
  const before = parent.textBetween(Math.max(0, parentOffset - reach), parentOffset, '', '\ufffc');
  const after = parent.textBetween(
    parentOffset,
    Math.min(parent.content.size, parentOffset + 2),
    '',
    '\ufffc',
  );
  return letter.test(before.slice(-1)) && !letter.test(after.charAt(0)) ? before : '';
}
