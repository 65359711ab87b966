/**
 * Makes a row of buttons one stop of the Tab key (WAI-ARIA toolbar pattern): one of
 * them can be reached, the arrow keys, Home and End move along. A press with the
 * pointer does not take the focus from where somebody writes. For `use:`.
 */
export function roving(toolbar: HTMLElement): { destroy: () => void } {
  const buttons = () =>
    [...toolbar.querySelectorAll<HTMLButtonElement>('button')].filter((b) => !b.closest('[popover]'));

  const offer = (wanted?: HTMLElement) => {
    const all = buttons();
    const free = all.filter((b) => !b.disabled);
    const current = free.find((b) => b === wanted) ?? free.find((b) => b.tabIndex === 0) ?? free[0];
    for (const button of all) {
      const index = button === current ? 0 : -1;
      if (button.tabIndex !== index) button.tabIndex = index;
    }
  };

  const pressed = (event: KeyboardEvent) => {
    const all = buttons().filter((b) => !b.disabled);
    const at = all.indexOf(event.target as HTMLButtonElement);
    if (at < 0) return;
    const rtl = getComputedStyle(toolbar).direction === 'rtl';
    const along = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[event.key];
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? all.length - 1 : along ? at + along : -2;
    if (to === -2) return;
    event.preventDefault();
    all[(to + all.length) % all.length]?.focus();
  };

  const focused = (event: FocusEvent) => {
    const target = event.target as HTMLElement;
    if (!target.closest('[popover]')) offer(target);
  };

  const down = (event: MouseEvent) => {
    if (!(event.target as Element).closest('[popover]')) event.preventDefault();
  };

  const watch = new MutationObserver(() => offer());
  watch.observe(toolbar, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled'] });
  toolbar.addEventListener('keydown', pressed);
  toolbar.addEventListener('focusin', focused);
  toolbar.addEventListener('mousedown', down);
  offer();
  return { destroy: () => watch.disconnect() };
}
