import type { NodeViewConstructor } from '@milkdown/kit/prose/view';
import type { BlockHost } from '$features/body/blocks/blockView';

/** Shows a picture that stands in a line of text: small, and only if it is in the archive. */
export function inlinePicture(host: BlockHost): NodeViewConstructor {
  return ({ attrs }) => {
    const dom = document.createElement('span');
    dom.className = 'inline-picture';
    const src = String(attrs.src);
    if (src.startsWith('media/')) {
      const image = document.createElement('img');
      image.src = host.pictureUrl(src);
      image.alt = String(attrs.alt);
      dom.append(image);
    } else {
      dom.textContent = String(attrs.alt) || src;
      dom.title = src;
    }
    return { dom };
  };
}
