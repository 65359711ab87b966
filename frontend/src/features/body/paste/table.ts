import { added, type Rebuilder } from '$features/body/paste/rebuild';

/**
 * Writes a table that Markdown can hold: one heading row, rows of one length,
 * one paragraph a cell. A table of one column, or around other tables, only
 * laid out a page: its cells become paragraphs.
 */
export function rebuildTable(rebuilder: Rebuilder, from: HTMLElement, to: HTMLElement): void {
  const rows = [...from.querySelectorAll('tr')].map((row) => [...row.querySelectorAll<HTMLElement>('th,td')]);
  const width = Math.max(0, ...rows.map((cells) => cells.reduce((sum, cell) => sum + span(cell), 0)));
  if (width < 2 || from.querySelector('table')) {
    for (const cell of rows.flat())
      if (!cell.querySelector('table')) rebuilder.children(cell, added(to, 'p'));
    return;
  }
  const table = added(added(to, 'table'), 'tbody');
  if (rows.length === 1) rows.push([]);
  rows.forEach((cells, i) => {
    const row = added(table, 'tr');
    if (i === 0) row.dataset.isHeader = 'true';
    let used = 0;
    for (const cell of cells) {
      line(rebuilder, cell, added(row, i ? 'td' : 'th'));
      used += 1;
      for (let extra = span(cell); extra > 1; extra -= 1, used += 1) added(row, i ? 'td' : 'th');
    }
    for (; used < width; used += 1) added(row, i ? 'td' : 'th');
  });
}

function span(cell: HTMLElement): number {
  const written = Number(cell.getAttribute('colspan') ?? 1);
  return Number.isInteger(written) && written > 0 && written < 100 ? written : 1;
}

/** Puts everything in a cell on one line. */
function line(rebuilder: Rebuilder, cell: HTMLElement, to: HTMLElement): void {
  const draft = cell.ownerDocument.createElement('div');
  rebuilder.children(cell, draft);
  const paragraph = added(to, 'p');
  flatten(draft, paragraph);
}

function flatten(from: Element, to: HTMLElement): void {
  for (const node of [...from.childNodes]) {
    const block = /^(p|h\d|ul|ol|li|blockquote|pre|dl|dd)$/i.test(node.nodeName);
    if (block) {
      if (to.textContent.trim()) to.append(' ');
      flatten(node as Element, to);
    } else {
      to.append(node.nodeName === 'BR' ? ' ' : node);
    }
  }
}
