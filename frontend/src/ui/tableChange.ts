/** Some words, and whether both texts have them, only the newer or only the older one. */
export interface Run {
  op: 'same' | 'add' | 'del';
  text: string;
}

/** What became of the words of a cell. */
type Words = Run[];

const rule = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/** Whether a line of a table in Markdown is the one below the head. */
export const isRule = (line: string) => rule.test(line) && line.includes('-');

/**
 * Parts the change of a table, word by word, into rows and cells. Undefined where that does
 * not give a table: of other texts, and where columns came or went.
 */
export function changedTable(diff: readonly Run[]): Words[][] | undefined {
  const lines = linesOf(diff).filter((cells) => cells.some((words) => text(words) !== ''));
  const [head, rule, ...body] = lines;
  if (!head || !rule || head.length < 2 || !rule.flat().every(({ op }) => op === 'same')) return undefined;
  if (!isRule(rule.map(text).join('|'))) return undefined;
  const rows = [head, ...body].map(inner);
  return rows.every((cells) => cells.length === rows[0]?.length)
    ? rows.map((cells) => cells.map(readable))
    : undefined;
}

const text = (words: Words) =>
  words
    .map((part) => part.text)
    .join('')
    .trim();

/** A cell that did not change within itself, without its Markdown: where that is what changed, it has to be seen. */
function readable(words: Words): Words {
  if (words.some(({ op }) => op !== words[0]?.op)) return words;
  return words.map(({ op, text }) => ({
    op,
    text: text.replace(/!?\[([^\]]*)\]\([^()]*\)/g, '$1').replace(/(\*\*|__|~~)(\S(?:.*?\S)?)\1/g, '$2'),
  }));
}

/** Without what is before the first sign of a line and behind its last. */
function inner(cells: Words[]): Words[] {
  const from = text(cells[0] ?? []) === '' ? 1 : 0;
  const to = cells.length > 1 && text(cells.at(-1) ?? []) === '' ? cells.length - 1 : cells.length;
  return cells.slice(from, to);
}

function linesOf(diff: readonly Run[]): Words[][] {
  let words: Words = [];
  let cells: Words[] = [words];
  const lines = [cells];
  for (const { op, text } of diff) {
    for (const piece of text.split(/(\n|(?<!\\)\|)/)) {
      if (piece === '\n') lines.push((cells = [(words = [])]));
      else if (piece === '|') cells.push((words = []));
      else if (piece !== '') words.push({ op, text: piece.replaceAll('\\|', '|') });
    }
  }
  return lines;
}
