/** A picture or a video in a row of its own: ![alt](address "caption © credit"). */
export interface Figure {
  alt: string;
  address: string;
  caption: string;
  credit: string;
}

const shape = /^!\[((?:\\.|[^\]\\])*)\]\(([^()\s<>]+)(?:\s+"((?:\\.|[^"\\])*)")?\s*\)$/;
const copyright = ' © ';

/** Reads a row that is nothing but one figure; undefined for any other. */
export function readFigure(markdown: string): Figure | undefined {
  const parts = shape.exec(markdown.trim());
  if (!parts) return undefined;
  const [, alt = '', address = '', title = ''] = parts;
  // A space before: a title may begin with its credit.
  const words = ` ${plain(title)}`;
  const at = words.lastIndexOf(copyright);
  return {
    alt: plain(alt),
    address,
    caption: at < 0 ? words.slice(1) : words.slice(1, at),
    credit: at < 0 ? '' : words.slice(at + copyright.length),
  };
}

/** Writes what readFigure reads. */
export function writeFigure({ alt, address, caption, credit }: Figure): string {
  const title = credit ? `${caption}${copyright}${credit}`.trimStart() : caption;
  return `![${escaped(alt, /[[\]\\]/g)}](${address}${title ? ` "${escaped(title, /["\\]/g)}"` : ''})`;
}

const plain = (text: string) => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
const escaped = (text: string, signs: RegExp) => text.replace(signs, '\\$&');
