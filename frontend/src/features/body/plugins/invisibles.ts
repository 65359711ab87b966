import { Decoration } from '@milkdown/kit/prose/view';
import { perBlock, type PerBlock } from '$features/body/plugins/perBlock';

/** Characters without a shape of their own, and the name that is shown on hovering. */
const names: Record<string, string> = {
  '\u00a0': 'NBSP',
  '\u00ad': 'SHY',
  '\u061c': 'ALM',
  '\u200b': 'ZWSP',
  '\u200c': 'ZWNJ',
  '\u200e': 'LRM',
  '\u200f': 'RLM',
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u202f': 'NNBSP',
  '\u2060': 'WJ',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
  '\ufeff': 'BOM',
};

const pattern = new RegExp(`[${Object.keys(names).join('')}]`, 'g');

/**
 * A word with ZWJ in it is marked as a whole: its letters join only within one
 * element, so an element around the ZWJ alone would change their shapes.
 */
const joined = /\S*\u200d\S*/g;

/** Shows ZWNJ, ZWJ, no-break spaces and direction marks as light ticks; the text stays as it is. */
export function invisibleMarks(shown: () => boolean): PerBlock {
  return perBlock('invisibleMarks', (block, position) => {
    if (!shown()) return [];
    const marks: Decoration[] = [];
    block.descendants((node, offset) => {
      for (const match of node.text?.matchAll(pattern) ?? []) {
        const at = position + 1 + offset + match.index;
        const name = names[match[0]] ?? '';
        marks.push(Decoration.inline(at, at + 1, { class: 'invisible', 'data-name': name }, { sign: name }));
      }
      for (const { 0: word, index } of node.text?.matchAll(joined) ?? []) {
        const at = position + 1 + offset + index;
        marks.push(Decoration.inline(at, at + word.length, { class: 'has-zwj' }, { sign: 'ZWJ' }));
      }
    });
    return marks;
  });
}
