// What keys do in a field of Markdown: marks around words, a new paragraph, a new
// item of a list, the zero-width non-joiner. All of them are pure: a text and a
// selection in, a text and a selection out.

/** A text and what is selected in it, in UTF-16 units. */
export interface Selected {
  text: string;
  start: number;
  end: number;
}

/** Puts `words` in the place of what is selected; the caret stands behind them. */
export function typed({ text, start, end }: Selected, words: string): Selected {
  const caret = start + words.length;
  return { text: text.slice(0, start) + words + text.slice(end), start: caret, end: caret };
}

/** Puts the marker (**, *, ~~) around the selection, or takes it away where it stands already. */
export function toggleMarker({ text, start, end }: Selected, marker: string): Selected {
  const width = marker.length;
  const around = text.slice(start - width, start) === marker && text.slice(end, end + width) === marker;
  // One star around words is no emphasis where two stars stand.
  if (around && !(width === 1 && text[start - 2] === marker && text[start - 3] !== marker)) {
    return {
      text: text.slice(0, start - width) + text.slice(start, end) + text.slice(end + width),
      start: start - width,
      end: end - width,
    };
  }
  // White space inside a marker keeps it from being one.
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = Math.max(from, start + words.trimEnd().length);
  return {
    text: text.slice(0, from) + marker + text.slice(from, to) + marker + text.slice(to),
    start: from + width,
    end: to + width,
  };
}

/** Makes the selection the words of a link; the place for the address is selected. */
export function makeLink({ text, start, end }: Selected, address = ''): Selected {
  const words = text.slice(start, end);
  const from = start + words.length + 3; // behind [words](
  return {
    text: `${text.slice(0, start)}[${words}](${address})${text.slice(end)}`,
    start: words === '' ? start + 1 : from,
    end: words === '' ? start + 1 : from + address.length,
  };
}

/** What Enter does: the next item of a list, or a new paragraph; an empty item ends the list. */
export function enter(at: Selected): Selected {
  const line = at.text.slice(at.text.lastIndexOf('\n', at.start - 1) + 1, at.start);
  const item = /^(\s*(?:[-*+]|(\d+)([.)]))\s+(?:\[[ xX]\]\s+)?)(.*)$/.exec(line);
  if (!item) return typed(at, '\n\n');
  const [, marker = '', number, sign, words = ''] = item;
  if (words.trim() === '') return typed({ ...at, start: at.start - line.length }, '\n');
  return typed(
    at,
    `\n${number === undefined ? marker.replace(/\[[xX]\]/, '[ ]') : `${Number(number) + 1}${sign} `}`,
  );
}
