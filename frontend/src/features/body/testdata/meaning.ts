import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

interface Tree {
  type: string;
  children?: Tree[];
  value?: string;
  url?: string;
  title?: string | null;
  identifier?: string;
  position?: unknown;
  spread?: unknown;
  label?: unknown;
  referenceType?: unknown;
}

const parser = unified().use(remarkParse).use(remarkGfm);

/**
 * What a Markdown text means: its tree without places in the file, list
 * tightness and the way links are written. A paragraph of pictures counts as
 * its pictures, each alone, since both are a gallery.
 */
export function meaning(markdown: string): unknown {
  const root = parser.parse(markdown) as unknown as Tree;
  const definitions = new Map<string, Tree>();
  collect(root, definitions);
  root.children = root.children?.flatMap(gallery);
  reduce(root, definitions);
  return root;
}

function collect(node: Tree, definitions: Map<string, Tree>): void {
  if (node.type === 'definition' && node.identifier) definitions.set(node.identifier, node);
  node.children?.forEach((child) => collect(child, definitions));
}

function gallery(block: Tree): Tree[] {
  const pictures = block.children?.filter((c) => c.type === 'image') ?? [];
  const others = block.children?.filter((c) => c.type !== 'image' && c.value?.trim() !== '') ?? [];
  if (block.type !== 'paragraph' || pictures.length < 2 || others.length) return [block];
  return pictures.map((picture) => ({ ...block, children: [picture] }));
}

function reduce(node: Tree, definitions: Map<string, Tree>): void {
  const definition = definitions.get(node.identifier ?? '');
  if (node.type === 'linkReference' && definition) {
    Object.assign(node, { type: 'link', url: definition.url, title: definition.title ?? null });
    delete node.identifier;
  }
  delete node.position;
  delete node.spread;
  delete node.label;
  delete node.referenceType;
  if (node.url) node.url = decodeURI(node.url);
  if (!node.children) return;
  node.children = node.children.filter((child) => child.type !== 'definition');
  node.children.forEach((child) => reduce(child, definitions));
  node.children = node.children.reduce<Tree[]>(joinText, []);
}

function joinText(done: Tree[], node: Tree): Tree[] {
  const last = done.at(-1);
  if (last?.type === 'text' && node.type === 'text') last.value = `${last.value}${node.value}`;
  else done.push(node);
  return done;
}
