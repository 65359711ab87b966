/**
 * Word writes a note as a link to `#_ftn1` in the text and a `div` with the id
 * `ftn1` at the end. This makes the elements of them that the editor reads as
 * reference and note.
 */
export function wordFootnotes(body: HTMLElement): void {
  for (const note of [...body.querySelectorAll<HTMLElement>('div[id^=ftn], div[id^=edn]')]) {
    const label = note.id.replace(/\D/g, '');
    const back = note.querySelector(`a[href*="_${note.id.replace(/\d+$/, '')}ref${label}"]`);
    const reference = body.querySelector(`a[href$="#_${note.id}"]`);
    if (!label || !back || !reference) continue;
    back.remove();
    reference.replaceWith(element(body, 'sup', 'footnote_reference', label));
    const definition = element(body, 'dl', 'footnote_definition', label);
    const content = body.ownerDocument.createElement('dd');
    content.append(...note.childNodes);
    definition.append(content);
    note.remove();
    body.append(definition);
  }
  for (const list of body.querySelectorAll('[style*="mso-element:footnote-list"]')) {
    if (!list.textContent.trim()) list.remove();
  }
}

function element(body: HTMLElement, tag: string, type: string, label: string): HTMLElement {
  const made = body.ownerDocument.createElement(tag);
  made.dataset.type = type;
  made.dataset.label = label;
  return made;
}
