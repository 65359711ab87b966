import type { Node } from '@milkdown/kit/prose/model';

/** The top-level blocks in which two documents differ; null where they are the same. */
export function difference(old: Node, next: Node): { from: number; to: number; blocks: Node[] } | null {
  let first = 0;
  while (first < old.childCount && old.child(first).eq(next.maybeChild(first) ?? old)) first += 1;
  let same = 0;
  const most = Math.min(old.childCount, next.childCount) - first;
  while (same < most && old.child(old.childCount - 1 - same).eq(next.child(next.childCount - 1 - same)))
    same += 1;
  if (old.childCount - same === first && next.childCount - same === first) return null;
  const blocks: Node[] = [];
  for (let i = first; i < next.childCount - same; i += 1) blocks.push(next.child(i));
  return { from: offset(old, first), to: offset(old, old.childCount - same), blocks };
}

function offset(doc: Node, index: number): number {
  let at = 0;
  for (let i = 0; i < index; i += 1) at += doc.child(i).nodeSize;
  return at;
}
