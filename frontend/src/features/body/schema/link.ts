import { linkSchema } from '@milkdown/kit/preset/commonmark';
import { safeAddress } from '$features/body/address';

/** Links whose address is harmless; one that is not keeps its words and shows no address. */
export const safeLinkSchema = linkSchema.extendSchema((previous) => (ctx) => ({
  ...previous(ctx),
  inclusive: false,
  parseDOM: [
    {
      tag: 'a[href]',
      getAttrs: (dom) => {
        const href = safeAddress(dom.getAttribute('href') ?? '');
        return href === null ? false : { href, title: dom.getAttribute('title') };
      },
    },
  ],
}));
