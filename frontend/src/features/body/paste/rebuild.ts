import { safeAddress } from '$features/body/address';
import { rebuildTable } from '$features/body/paste/table';

const blocks = new Set(
  (
    'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 ' +
    'h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

const marks: Record<string, string> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  cite: 'em',
  s: 'del',
  strike: 'del',
  del: 'del',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};

/** Builds a clean tree from a parsed one. Attributes are never copied, only written anew. */
export function rebuild(body: HTMLElement): HTMLElement {
  const levels = [...body.querySelectorAll('h1,h2,h3,h4,h5,h6,p.MsoTitle')].map(headingLevel);
  const clean = body.ownerDocument.createElement('div');
  new Rebuilder(Math.min(...levels, 6)).children(body, clean);
  tidy(clean);
  return clean;
}

function headingLevel(element: Element): number {
  return Number(/^H(\d)$/.exec(element.tagName)?.[1] ?? 1);
}

/** Walks the old tree and writes the new one. */
export class Rebuilder {
  readonly #topHeading: number;

  /** The highest heading of what is pasted becomes level 2: level 1 is the headline. */
  constructor(topHeading: number) {
    this.#topHeading = topHeading;
  }

  children(from: Element, to: HTMLElement): void {
    const around = hasBlocks(from);
    for (const node of from.childNodes) {
      if (node.nodeType === node.TEXT_NODE) this.#text(node.textContent ?? '', to, around);
      else if (node.nodeType === node.ELEMENT_NODE) this.#element(node as HTMLElement, to, around);
    }
  }

  #text(text: string, to: HTMLElement, around: boolean): void {
    if (around && !text.trim()) return;
    to.append(to.closest('pre') ? text : text.replace(/[\t\n\r ]+/g, ' '));
  }

  #element(from: HTMLElement, to: HTMLElement, around: boolean): void {
    const name = from.localName;
    if (name === 'br') return void (!around && to.append(make(to, 'br')));
    if (name === 'img') return picture(from, to);
    if (name === 'a') return this.#link(from, to);
    if (name === 'table') return rebuildTable(this, from, to);
    if (from.dataset.type?.startsWith('footnote_')) return this.#footnote(from, to);
    if (blocks.has(name)) return this.#block(from, to);
    this.children(from, marked(from, to));
  }

  #block(from: HTMLElement, to: HTMLElement): void {
    const name = from.localName;
    if (/^h\d$/.test(name) || from.classList.contains('MsoTitle')) {
      const level = Math.min(2 + headingLevel(from) - this.#topHeading, 4);
      return this.children(from, added(to, `h${level}`));
    }
    if (name === 'hr') return void to.append(make(to, 'hr'));
    if (name === 'ul' || name === 'ol') return this.#list(from, to);
    if (name === 'pre') return this.children(from, added(to, 'pre'));
    const quoted = name === 'blockquote' || /^Mso(Intense)?Quote/.test(from.className);
    const into = quoted ? added(to, 'blockquote') : to;
    this.children(from, hasBlocks(from) ? into : added(into, 'p'));
  }

  /** Google Docs puts a nested list beside its item; here it belongs into it. */
  #list(from: HTMLElement, to: HTMLElement): void {
    const list = added(to, from.localName);
    for (const child of from.children) {
      const last = list.lastElementChild as HTMLElement | null;
      if (/^[uo]l$/.test(child.localName)) this.#list(child as HTMLElement, last ?? added(list, 'li'));
      else this.children(child, item(child as HTMLElement, list));
    }
  }

  #link(from: HTMLElement, to: HTMLElement): void {
    const href = safeAddress(from.getAttribute('href') ?? '');
    if (!href || !/^(https?|mailto):/i.test(href) || hasBlocks(from)) return this.children(from, to);
    const link = added(to, 'a');
    link.setAttribute('href', href);
    this.children(from, link);
  }

  #footnote(from: HTMLElement, to: HTMLElement): void {
    const made = added(to, from.localName === 'sup' ? 'sup' : 'dl');
    made.dataset.type = made.localName === 'sup' ? 'footnote_reference' : 'footnote_definition';
    made.dataset.label = from.dataset.label ?? '';
    if (made.localName === 'dl') this.children(from, added(made, 'dd'));
  }
}

function item(from: HTMLElement, list: HTMLElement): HTMLElement {
  const made = added(list, 'li');
  const box = from.querySelector<HTMLInputElement>(
    ':scope > input, :scope > p > input, :scope > label > input',
  );
  const ticked = box ? box.hasAttribute('checked') : from.getAttribute('aria-checked') === 'true';
  if (!box && from.getAttribute('role') !== 'checkbox') return made;
  made.dataset.itemType = 'task';
  made.dataset.checked = String(ticked);
  return made;
}

/** Another site's picture is not loaded and not copied: it becomes a link to it. */
function picture(from: HTMLElement, to: HTMLElement): void {
  const src = from.getAttribute('src') ?? '';
  if (!/^https?:/i.test(src)) return;
  const words = from.getAttribute('alt')?.trim() || src;
  if (to.closest('a')) return to.append(words);
  const link = added(to, 'a');
  link.setAttribute('href', src);
  link.append(words);
}

/** The element that the words of an inline element go into, by its name and its style. */
function marked(from: HTMLElement, to: HTMLElement): HTMLElement {
  const style = (from.getAttribute('style') ?? '').toLowerCase();
  const wanted = new Set<string>();
  const byName = marks[from.localName];
  const plain = /font-weight:\s*(normal|[1-4]00)/.test(style);
  if (byName && !(byName === 'strong' && plain)) wanted.add(byName);
  if (/font-weight:\s*(bold|[6-9]00)/.test(style)) wanted.add('strong');
  if (/font-style:\s*(italic|oblique)/.test(style)) wanted.add('em');
  if (/text-decoration[^;]*line-through/.test(style)) wanted.add('del');
  if (to.closest('h2,h3,h4')) wanted.delete('strong');
  return [...wanted].reduce((inner, tag) => (inner.closest(tag) ? inner : added(inner, tag)), to);
}

export function hasBlocks(element: Element): boolean {
  return [...element.children].some((child) => blocks.has(child.localName) || hasBlocks(child));
}

/** Appends an empty element and returns it. */
export function added(to: HTMLElement, tag: string): HTMLElement {
  const element = make(to, tag);
  to.append(element);
  return element;
}

function make(near: HTMLElement, tag: string): HTMLElement {
  return near.ownerDocument.createElement(tag);
}

/** Two line breaks are a new paragraph; paragraphs and marks without a word go. */
function tidy(clean: HTMLElement): void {
  for (const paragraph of [...clean.querySelectorAll('p')]) splitAtBreaks(paragraph);
  for (const element of [
    ...clean.querySelectorAll('p,h2,h3,h4,strong,em,del,code,a,blockquote,li'),
  ].toReversed()) {
    if (!element.textContent.trim() && !element.querySelector('sup')) element.replaceWith(...spaces(element));
  }
}

/** Of an empty mark between two words the space stays. */
function spaces(element: Element): string[] {
  return blocks.has(element.localName) || !element.textContent ? [] : [element.textContent];
}

function splitAtBreaks(paragraph: Element): void {
  const nodes = [...paragraph.childNodes];
  const isBreak = (node: ChildNode | undefined) => node?.nodeName === 'BR';
  nodes.forEach((node, i) => {
    if (!isBreak(node) || !isBreak(nodes[i + 1])) return;
    const before = paragraph.ownerDocument.createElement('p');
    while (paragraph.firstChild && paragraph.firstChild !== node) before.append(paragraph.firstChild);
    paragraph.before(before);
  });
  while (isBreak(paragraph.firstChild ?? undefined)) paragraph.firstChild?.remove();
  while (isBreak(paragraph.lastChild ?? undefined)) paragraph.lastChild?.remove();
}
