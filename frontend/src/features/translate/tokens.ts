/** Something of the source that cannot be translated, only carried over. */
export interface Token {
  markdown: string; // as the source has it
  address: string; // where it leads, or what it shows
  picture: boolean;
  words: string; // what the source calls it
}

const shape = /^(!?)\[((?:\\.|[^\]])*)\]\(\s*<?((?:\\.|[^\s)>])*)/;

/** Reads a token of a row: `[words](address)`, `![words](address)`, `<address>` or an address. */
export function tokenOf(markdown: string): Token {
  const parts = shape.exec(markdown);
  if (parts) {
    const [, sign, words = '', address = ''] = parts;
    return { markdown, address, picture: sign === '!', words: words || address };
  }
  const address = markdown.replace(/^<|>$/g, '');
  return { markdown, address, picture: false, words: address };
}

/** The tokens whose address the target does not have yet. */
export function missingTokens(tokens: readonly string[], target: string): Token[] {
  return [...new Set(tokens)].map(tokenOf).filter(({ address }) => !target.includes(address));
}

/** What to write for a token: around the selected words where there are some and it is a link. */
export function tokenText({ markdown, address, picture }: Token, selected: string): string {
  if (picture || selected.trim() === '' || address === markdown) return markdown;
  return `[${selected.trim()}](${address})`;
}
