import { rebuild } from '$features/body/paste/rebuild';
import { wordFootnotes } from '$features/body/paste/wordFootnotes';
import { wordLists } from '$features/body/paste/wordLists';

/** What carries no text of the author. */
const unwanted =
  'script,style,meta,link,head,title,base,template,noscript,iframe,object,embed,applet,svg,math,' +
  'canvas,audio,video,source,button,select,textarea,input:not([type=checkbox]),[hidden],[aria-hidden=true]';

/**
 * Reduces HTML from the clipboard to what a body can hold: paragraphs, headings,
 * lists, quotes, tables, links, bold, italic, strikethrough, code, notes. Lists
 * and notes of Word and lists of Google Docs become real ones. A new tree is
 * built from the few elements that are known, so nothing else can get through.
 * Nothing is loaded on the way: the parsed document has no window.
 */
export function cleanHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll(unwanted)) element.remove();
  for (const element of body.querySelectorAll('[style]')) {
    if (/display:\s*none|mso-hide:\s*all/i.test(element.getAttribute('style') ?? '')) element.remove();
  }
  wordFootnotes(body);
  wordLists(body);
  return rebuild(body).innerHTML;
}

/** Whether clipboard HTML was copied from this editor; it needs no cleaning, the schema reads only what it knows. */
export function isOwnHtml(html: string): boolean {
  return /<[a-z][^>]*\sdata-pm-slice=/i.test(html);
}
