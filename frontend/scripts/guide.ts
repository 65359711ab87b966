// A page of the guide, read when the window is built: Markdown as it stands in docs/guide
// becomes a small tree (see src/features/guide/page.ts), so that the window needs neither a
// parser nor foreign markup. Its pictures become files of the window. What the tree cannot
// say stops the build.
import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Plugin } from 'vite';
import type { GuideNode, GuidePage, GuideSection } from '../src/features/guide/page';

const parser = unified().use(remarkParse).use(remarkGfm);

/** Reads `import page from '….md'` of the folder docs/guide. */
export function guide(): Plugin {
  return {
    name: 'guide',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/docs\/guide\/\w+\/\w+\.md$/.test(id)) return undefined;
      const pictures: string[] = [];
      const page = readPage(code, (path) => `picture:${pictures.push(path) - 1}`);
      const imports = pictures.map((path, i) => `import p${i} from ${JSON.stringify(path)};`).join('\n');
      const tree = JSON.stringify(page).replace(/"picture:(\d+)"/g, 'p$1');
      return { code: `${imports}\nexport default ${tree};`, map: null };
    },
  };
}

/** A page as a tree; `picture` takes the path of a picture and gives its address. */
export function readPage(text: string, picture: (path: string) => string): GuidePage {
  let title = '';
  const sections: GuideSection[] = [{ id: '', title: '', text: '', nodes: [] }];
  for (const block of parser.parse(text).children) {
    if (block.type === 'html' || leadsAway(block)) continue; // <div dir=rtl>, and the row of links at the top
    if (block.type === 'heading' && block.depth === 1) title = plain(block);
    else if (block.type === 'heading' && block.depth === 2)
      sections.push({ id: anchor(plain(block)), title: plain(block), text: '', nodes: [] });
    else sections.at(-1)?.nodes.push(node(block, picture));
  }
  for (const section of sections) section.text = section.nodes.map(words).join('\n');
  return { title, sections: sections.filter(({ nodes }) => nodes.length > 0) };
}

function leadsAway(block: RootContent): boolean {
  return (
    block.type === 'paragraph' &&
    block.children.some((each) => each.type === 'link' && each.url.endsWith('README.md'))
  );
}

/** The address of a heading, as a forge makes it. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Cf}\s_-]/gu, '')
    .replace(/\s/g, '-');

const plain = (of: Nodes): string =>
  'children' in of ? of.children.map(plain).join('') : 'value' in of ? of.value : '';

const words = (of: GuideNode): string =>
  of.is === 'text'
    ? of.text
    : of.is === 'img'
      ? of.alt
      : of.nodes.map(words).join(blocks.has(of.is) ? ' ' : '');

const blocks = new Set(['ul', 'ol', 'li', 'table', 'tr']);

function node(of: RootContent, picture: (path: string) => string): GuideNode {
  const within = (list: RootContent[]) => inner(list, picture);
  switch (of.type) {
    case 'paragraph':
      return { is: 'p', nodes: within(of.children) };
    case 'heading':
      return { is: 'h3', nodes: within(of.children) };
    case 'list':
      return { is: of.ordered ? 'ol' : 'ul', nodes: within(of.children) };
    case 'listItem': {
      const [first, ...more] = of.children;
      const lead = first?.type === 'paragraph' ? within(first.children) : first ? within([first]) : [];
      return { is: 'li', nodes: [...lead, ...within(more)] };
    }
    case 'table':
      return { is: 'table', nodes: of.children.map((row, i) => tableRow(row.children, i === 0, picture)) };
    case 'strong':
      return { is: 'strong', nodes: within(of.children) };
    case 'emphasis':
      return { is: 'em', nodes: within(of.children) };
    case 'inlineCode':
      return { is: 'code', nodes: [{ is: 'text', text: of.value }] };
    case 'text':
      return { is: 'text', text: of.value.replace(/\n/g, ' ') };
    case 'image':
      return { is: 'img', src: picture(of.url), alt: of.alt ?? '' };
    case 'link':
      return link(of.url, within(of.children));
    default:
      throw new Error(`the guide has ${of.type}, which its reader in the window does not know`);
  }
}

function tableRow(
  cells: { children: PhrasingContent[] }[],
  head: boolean,
  picture: (path: string) => string,
): GuideNode {
  return {
    is: 'tr',
    nodes: cells.map((cell) => ({ is: head ? 'th' : 'td', nodes: inner(cell.children, picture) })),
  };
}

function link(url: string, nodes: GuideNode[]): GuideNode {
  const [, page, section = ''] = /^(\w*)(?:\.md)?(?:#(.*))?$/.exec(url) ?? [];
  if (page === undefined) throw new Error(`the guide leads to ${url}, which is none of its pages`);
  return { is: 'a', page, section: decodeURIComponent(section), nodes };
}

/** The parts of a text. A key is the one thing for which Markdown has no sign: <kbd>Ctrl+K</kbd>. */
function inner(list: RootContent[], picture: (path: string) => string): GuideNode[] {
  const out: GuideNode[] = [];
  for (let i = 0; i < list.length; i += 1) {
    const each = list[i];
    if (each?.type !== 'html') {
      if (each) out.push(node(each, picture));
      continue;
    }
    const key = list[i + 1];
    const end = list[i + 2];
    if (!each.value.startsWith('<kbd') || key?.type !== 'text' || end?.type !== 'html')
      throw new Error(`the guide has ${each.value}, which its reader in the window does not know`);
    out.push({ is: 'kbd', nodes: [{ is: 'text', text: key.value }] });
    i += 2;
  }
  return out;
}
