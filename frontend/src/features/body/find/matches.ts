import type { Node } from '@milkdown/kit/prose/model';
import {
  type EditorState,
  Plugin,
  PluginKey,
  TextSelection,
  type Transaction,
} from '@milkdown/kit/prose/state';
import { Decoration, DecorationSet } from '@milkdown/kit/prose/view';
import {
  occurrences,
  prepare,
  type Comparison,
  type Prepared,
  type Stretch,
} from '$lib/text/letters';

/** What is looked for. An empty text finds nothing. */
export interface Query extends Comparison {
  text: string;
}

/** What was found: stretches of the document, in order, and the one that is current (-1 for none). */
export interface Found {
  query: Query;
  matches: Stretch[];
  current: number;
  decorations: DecorationSet;
}

const key = new PluginKey<Found>('find');
const nothing: Query = { text: '', fold: true, matchCase: false };

interface Change {
  query?: Query;
  current?: number;
}

/** Highlights what is looked for, and keeps up with the text. */
export function findPlugin(): Plugin<Found> {
  const search = searcher();
  return new Plugin<Found>({
    key,
    state: {
      init: () => ({ query: nothing, matches: [], current: -1, decorations: DecorationSet.empty }),
      apply: (transaction, previous) => {
        const change = transaction.getMeta(key) as Change | undefined;
        const query = change?.query ?? previous.query;
        if (!change && (!transaction.docChanged || !query.text)) return previous;
        const matches = search(transaction.doc, query);
        const current = change?.current ?? Math.min(previous.current, matches.length - 1);
        return { query, matches, current, decorations: paint(transaction.doc, matches, current) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
  });
}

/** What is found at the moment. */
export function found(state: EditorState): Found {
  const value = key.getState(state);
  if (!value) throw new Error('the find plugin is not in use');
  return value;
}

/** The selected words, if they stand in one paragraph. */
export function selectedWords({ doc, selection }: EditorState): string {
  const { from, to, $from, $to } = selection;
  return $from.sameParent($to) ? doc.textBetween(from, to) : '';
}

/** Looks for something else; the first match behind the caret becomes current. */
export function look(state: EditorState, query: Query): Transaction {
  const matches = searcher()(state.doc, query);
  const ahead = matches.findIndex((m) => m.from >= state.selection.from);
  const current = matches.length ? Math.max(ahead, 0) : -1;
  return show(state.tr.setMeta(key, { query, current } satisfies Change), matches[current]);
}

/** Moves to the next match (1) or the one before (-1), around the ends. */
export function step(state: EditorState, by: 1 | -1): Transaction {
  const { matches, current } = found(state);
  if (!matches.length) return state.tr;
  const next = (current + by + matches.length) % matches.length;
  return show(state.tr.setMeta(key, { current: next } satisfies Change), matches[next]);
}

/** Writes something in the place of the current match and moves to the next; marks stay. */
export function replaceCurrent(state: EditorState, text: string): Transaction {
  const { matches, current, query } = found(state);
  const match = matches[current];
  if (!match) return state.tr;
  const transaction = write(state.tr, match, text);
  const rest = searcher()(transaction.doc, query);
  const ahead = rest.findIndex((m) => m.from >= match.from + text.length);
  const next = rest.length ? Math.max(ahead, 0) : -1;
  return show(transaction.setMeta(key, { current: next } satisfies Change), rest[next]);
}

/** Writes something in the place of every match, as one step that can be undone. */
export function replaceEvery(state: EditorState, text: string): Transaction {
  const transaction = state.tr;
  for (const match of found(state).matches.toReversed()) write(transaction, match, text);
  return transaction.setMeta(key, { current: -1 } satisfies Change);
}

function write(transaction: Transaction, { from, to }: Stretch, text: string): Transaction {
  return text ? transaction.insertText(text, from, to) : transaction.delete(from, to);
}

function show(transaction: Transaction, match: Stretch | undefined): Transaction {
  if (!match) return transaction;
  const selection = TextSelection.create(transaction.doc, match.from, match.to);
  return transaction.setSelection(selection).scrollIntoView();
}

function paint(doc: Node, matches: Stretch[], current: number): DecorationSet {
  const marks = matches.map(({ from, to }, i) =>
    Decoration.inline(from, to, { class: i === current ? 'match current' : 'match' }),
  );
  return DecorationSet.create(doc, marks);
}

/** Searches documents; paragraphs that it has seen under the same comparison are not prepared again. */
function searcher(): (doc: Node, query: Query) => Stretch[] {
  let comparison = '';
  let known = new WeakMap<Node, { original: string; prepared: Prepared }>();
  return (doc, query) => {
    const now = `${query.fold} ${query.matchCase}`;
    if (now !== comparison) known = new WeakMap();
    comparison = now;
    const needle = prepare(query.text, query).text;
    const all: Stretch[] = [];
    doc.descendants((block, position) => {
      if (!block.isTextblock) return true;
      const seen = known.get(block) ?? read(block, query);
      known.set(block, seen);
      for (const { from, to } of occurrences(seen.prepared, needle, seen.original)) {
        all.push({ from: position + 1 + from, to: position + 1 + to });
      }
      return false;
    });
    return all;
  };
}

function read(block: Node, comparison: Comparison) {
  // One character for every inline node, so that places in it are places in the document.
  const original = block.textBetween(0, block.content.size, undefined, '\ufffc');
  return { original, prepared: prepare(original, comparison) };
}
