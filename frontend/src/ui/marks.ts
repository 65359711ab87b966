/** A stretch of a text that somebody should look at; offsets in UTF-16 units. */
export interface Mark {
  start: number;
  end: number;
  tone: MarkTone;
  title: string; // what is the matter, in the user's language
  replacements?: readonly string[];
  suggest?: () => Promise<readonly string[]>; // more of them, asked for when the menu opens
  actions?: readonly MarkAction[];
}

/** How a mark is underlined. */
export type MarkTone = 'info' | 'bad' | 'saffron';

/** What can be done about a mark besides replacing it. */
export interface MarkAction {
  id: string;
  label: string;
  run: () => void;
}

/**
 * Marks of `before`, for the text that it became: those behind the change move
 * along, those inside it are gone until whoever made them looks again.
 */
export function carryMarks(marks: readonly Mark[], before: string, after: string): readonly Mark[] {
  if (before === after || marks.length === 0) return marks;
  const least = Math.min(before.length, after.length);
  let head = 0;
  while (head < least && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < least - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const moved = after.length - before.length;
  return marks.flatMap((mark) => {
    if (mark.end <= head) return [mark];
    if (mark.start < before.length - tail) return [];
    return [{ ...mark, start: mark.start + moved, end: mark.end + moved }];
  });
}

/** The mark that holds the position; the shortest where there are several. */
export function markAt(marks: readonly Mark[], position: number): Mark | undefined {
  return marks
    .filter((mark) => mark.start <= position && position <= mark.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}

/** The mark at the position, else the next one behind it, else the first. */
export function nextMark(marks: readonly Mark[], position: number): Mark | undefined {
  const ordered = marks.toSorted((a, b) => a.start - b.start);
  return markAt(marks, position) ?? ordered.find((mark) => mark.start >= position) ?? ordered[0];
}
