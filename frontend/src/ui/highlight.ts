// Underlines through the CSS Custom Highlight API: they are painted over a text
// without cutting it into pieces, so that Arabic letters stay joined across their
// edges. Engines without the API show no underlines; everything else works.
import { markTones, type Mark } from './marks';

function highlightOf(tone: string): Highlight | undefined {
  if (typeof CSS === 'undefined' || !('highlights' in CSS)) return undefined;
  const name = `mark-${tone}`;
  let highlight = CSS.highlights.get(name);
  if (!highlight) CSS.highlights.set(name, (highlight = new Highlight()));
  return highlight;
}

/** Underlines the marks in the text node; the returned function takes the lines away. */
export function underline(node: Node, marks: readonly Mark[]): () => void {
  const length = node.textContent?.length ?? 0;
  const painted = markTones.flatMap((tone) => {
    const highlight = highlightOf(tone);
    if (!highlight) return [];
    return marks
      .filter((mark) => mark.tone === tone && mark.start < mark.end && mark.end <= length)
      .map((mark) => {
        const range = rangeOf(node, mark.start, mark.end);
        highlight.add(range);
        return () => highlight.delete(range);
      });
  });
  return () => painted.forEach((remove) => remove());
}

/** A stretch of a text node. */
export function rangeOf(node: Node, start: number, end: number): Range {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}
