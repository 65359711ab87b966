/** The marks that stand around two texts of one block, each a paragraph of its own (backend/journal/merge.go). */
const marks = new Set(['⟪⟪⟪', '⟪⟫', '⟫⟫⟫']);

/** Reports whether a body still shows two texts between marks. */
export function marked(body: string): boolean {
  return body.split('\n').some((line) => marks.has(line.trim()));
}
