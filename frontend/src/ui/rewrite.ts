const low = /[\uDC00-\uDFFF]/;

/**
 * Makes a field say `after` instead of `before` by typing into it what differs, so that
 * the field can undo it; false where it does not let itself be typed into.
 */
export function rewrite(field: HTMLTextAreaElement, before: string, after: string): boolean {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++;
  // A character of two units is never cut.
  if (start > 0 && low.test(before.charAt(start) || after.charAt(start))) start--;
  if (end > 0 && low.test(before.charAt(before.length - end))) end--;
  field.focus();
  field.setSelectionRange(start, before.length - end);
  const words = after.slice(start, after.length - end);
  // The only way to write into a field that keeps its history.
  if (words !== '') return document.execCommand?.('insertText', false, words) ?? false;
  return start === before.length - end || (document.execCommand?.('delete') ?? false);
}
