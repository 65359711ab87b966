/**
 * Word writes a list as paragraphs: the level stands in their style
 * (`mso-list:l0 level2 lfo1`), and the bullet or number in a span that is to be
 * ignored (`mso-list:Ignore`). This makes lists of them.
 */
export function wordLists(body: HTMLElement): void {
  for (const paragraph of [...body.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6, div')]) {
    if (paragraph.isConnected && levelOf(paragraph)) gather(paragraph);
  }
}

function levelOf(element: Element | null): number {
  if (!element || element.tagName === 'LI') return 0;
  return Number(/mso-list:\s*\S+\s+level(\d)/i.exec(element.getAttribute('style') ?? '')?.[1] ?? 0);
}

/** Puts a list in the place of a paragraph and of those that follow it. */
function gather(first: HTMLElement): void {
  const lists: HTMLElement[] = [];
  const place = first.ownerDocument.createComment('');
  first.before(place);
  let paragraph: Element | null = first;
  for (let level = levelOf(first); paragraph && level; level = levelOf(paragraph)) {
    const next: Element | null = paragraph.nextElementSibling;
    append(lists, Math.min(level, lists.length + 1), paragraph);
    paragraph = next;
  }
  if (lists[0]) place.replaceWith(lists[0]);
}

function append(lists: HTMLElement[], level: number, paragraph: Element): void {
  lists.length = Math.min(lists.length, level);
  const marker = takeMarker(paragraph);
  let list = lists[level - 1];
  if (!list) {
    list = paragraph.ownerDocument.createElement(isNumber(marker) ? 'ol' : 'ul');
    lists[level - 2]?.lastElementChild?.append(list);
    lists.push(list);
  }
  const item = paragraph.ownerDocument.createElement('li');
  item.append(...paragraph.childNodes);
  paragraph.remove();
  list.append(item);
}

function takeMarker(paragraph: Element): string {
  const spans = [...paragraph.querySelectorAll('[style]')];
  const marker = spans.find((s) => /mso-list:\s*ignore/i.test(s.getAttribute('style') ?? ''));
  marker?.remove();
  return marker?.textContent.trim() ?? '';
}

/** "1.", "a)", "(iv)", "۱.", "الف)" number an item; "·", "o", "§" do not. */
function isNumber(marker: string): boolean {
  return /^\(?[\p{L}\p{N}]{1,4}[.)\-ـ]/u.test(marker);
}
