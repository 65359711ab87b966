import type { Node } from '@milkdown/kit/prose/model';

interface Tree {
  type: string;
  value?: string;
  children?: Tree[];
}

/**
 * Whether a document holds every letter and every picture of the Markdown tree
 * that it was made from. Milkdown drops what its schema does not fit and only
 * writes to the console; a text that would lose something must not be edited so.
 */
export function isWhole(tree: unknown, doc: Node): boolean {
  return treeWeight(tree as Tree) === docWeight(doc);
}

function treeWeight(node: Tree): number {
  const own = letters(node.value) + (isPicture(node.type) ? 1 : 0);
  return (node.children ?? []).reduce((sum, child) => sum + treeWeight(child), own);
}

function docWeight(doc: Node): number {
  let sum = 0;
  doc.descendants((node) => {
    if (node.isText) sum += letters(node.text);
    else if (node.type.name === 'html') sum += letters(String(node.attrs.value));
    else if (isPicture(node.type.name)) sum += 1;
  });
  return sum;
}

function isPicture(type: string): boolean {
  return type === 'image' || type === 'figure' || type === 'video';
}

function letters(text = ''): number {
  return text.replace(/\s/g, '').length;
}
