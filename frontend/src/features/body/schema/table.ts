import { tableCellSchema, tableHeaderSchema } from '@milkdown/kit/preset/gfm';
import type { $NodeSchema } from '@milkdown/kit/utils';

/** GFM knows left and right; the published page reads them as the start and the end of a line. */
const edges: Record<string, string> = { left: 'start', right: 'end', center: 'center' };

/**
 * Cells without an alignment of their own. Milkdown gives each new cell "left",
 * which is the wrong side in a right-to-left table and is written into the text.
 */
function unaligned<Name extends string>(schema: $NodeSchema<Name>, tag: 'td' | 'th') {
  return schema.extendSchema((previous) => (ctx) => ({
    ...previous(ctx),
    attrs: { ...previous(ctx).attrs, alignment: { default: null } },
    parseDOM: [
      {
        tag,
        getAttrs: (dom) => ({
          alignment: /^(left|right|center)$/.exec(dom.dataset.align ?? dom.style.textAlign)?.[0] ?? null,
        }),
      },
    ],
    toDOM: ({ attrs }) => {
      const edge = edges[String(attrs.alignment)];
      return [tag, edge ? { 'data-align': attrs.alignment, style: `text-align: ${edge}` } : {}, 0];
    },
  }));
}

export const cellSchema = unaligned(tableCellSchema, 'td');
export const headerCellSchema = unaligned(tableHeaderSchema, 'th');
