import type { Node } from '@milkdown/kit/prose/model';
import { Plugin, PluginKey, type Transaction } from '@milkdown/kit/prose/state';
import { DecorationSet, type Decoration } from '@milkdown/kit/prose/view';

/**
 * Makes the decorations of one top-level block; `index` tells its neighbours in
 * `doc`. Two that look alike carry the same `sign` in their spec.
 */
export type Decorate = (block: Node, position: number, doc: Node, index: number) => Decoration[];

/** A plugin for decorations that depend on a top-level block and its neighbours only. */
export interface PerBlock {
  plugin: Plugin<DecorationSet>;
  /** Marks a transaction so that every block is decorated again. */
  renew(transaction: Transaction): Transaction;
}

/**
 * Keeps decorations block by block: after an edit only the blocks that it
 * touched, and one on each side, are decorated again. A key then costs the same
 * in a text of ten thousand words as in one of ten.
 */
export function perBlock(name: string, decorate: Decorate): PerBlock {
  const key = new PluginKey<DecorationSet>(name);
  const all = (doc: Node) => {
    const made: Decoration[] = [];
    doc.forEach((block, position, index) => made.push(...decorate(block, position, doc, index)));
    return DecorationSet.create(doc, made);
  };
  const plugin = new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, state) => all(state.doc),
      apply: (transaction, set) => {
        if (transaction.getMeta(key)) return all(transaction.doc);
        return transaction.docChanged ? patch(set, transaction, decorate) : set;
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
  return { plugin, renew: (transaction) => transaction.setMeta(key, true) };
}

function patch(set: DecorationSet, transaction: Transaction, decorate: Decorate): DecorationSet {
  const { doc } = transaction;
  const [from, to] = changedRange(transaction);
  const first = doc.resolve(from).index(0) - 1;
  const last = doc.resolve(to).index(0) + 1;
  let next = set.map(transaction.mapping, doc);
  doc.forEach((block, position, index) => {
    if (index < first || index > last) return;
    const end = position + block.nodeSize;
    const kept = next.find(position, end).filter((d) => d.from >= position && d.to <= end);
    const fresh = decorate(block, position, doc, index);
    // A set that stays the same object spares ProseMirror the comparison.
    if (!alike(kept, fresh)) next = next.remove(kept).add(doc, fresh);
  });
  return next;
}

function alike(kept: Decoration[], fresh: Decoration[]): boolean {
  if (kept.length !== fresh.length) return false;
  const name = ({ from, to, spec }: Decoration) => `${from} ${to} ${spec.sign}`;
  const known = new Set(kept.map(name));
  return fresh.every((decoration) => known.has(name(decoration)));
}

/** The span of the new document that the steps of a transaction touched. */
function changedRange(transaction: Transaction): [from: number, to: number] {
  const { maps } = transaction.mapping;
  const end = transaction.doc.content.size;
  let from = end;
  let to = 0;
  maps.forEach((map, i) => {
    const rest = transaction.mapping.slice(i + 1);
    map.forEach((_oldStart, _oldEnd, start, stop) => {
      from = Math.min(from, rest.map(start, -1));
      to = Math.max(to, rest.map(stop, 1));
    });
  });
  return [Math.min(from, to), Math.min(to, end)];
}
