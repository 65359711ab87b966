// Where lines go under stretches of a text. They are drawn beside the text and not as
// part of it: elements inside would part joined Arabic letters, and WebKitGTK 2.50 paints
// a CSS highlight that wraps around the whole of its first line.
import type { Mark, MarkTone } from './marks';

/** A line under a piece of a mark that stands on one line of the text; CSS pixels from the frame's corner. */
export interface Underline {
  tone: MarkTone;
  x: number;
  y: number;
  width: number;
}

/** The lines under the marks of a text node, inside `frame`. */
export function underlines(node: Node, marks: readonly Mark[], frame: HTMLElement): Underline[] {
  const length = node.textContent?.length ?? 0;
  const corner = frame.getBoundingClientRect();
  return marks
    .filter((mark) => mark.start < mark.end && mark.end <= length)
    .flatMap((mark) =>
      [...(rangeOf(node, mark.start, mark.end).getClientRects?.() ?? [])]
        .filter((box) => box.width > 0)
        .map((box) => ({
          tone: mark.tone,
          x: box.left - corner.left,
          y: box.bottom - corner.top,
          width: box.width,
        })),
    );
}

/** A stretch of a text node. */
export function rangeOf(node: Node, start: number, end: number): Range {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}
