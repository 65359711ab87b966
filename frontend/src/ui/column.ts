/**
 * Lays what is fixed in the window over the width and the end of the column that is marked
 * with `data-messages`, over the whole window where there is none in sight (`data-over` says
 * which), and follows while columns come, go and change their size.
 */
export function overColumn(node: HTMLElement): () => void {
  let frame = 0;
  let column: Element | undefined;
  const sizes = new ResizeObserver(soon);

  function soon() {
    frame ||= requestAnimationFrame(place);
  }

  function place() {
    frame = 0;
    follow([...document.querySelectorAll('[data-messages]')].find(isSeen));
    const box = column?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight);
    const rtl = getComputedStyle(node).direction === 'rtl';
    node.style.insetInlineStart = `${rtl ? innerWidth - box.right : box.left}px`;
    node.style.insetInlineEnd = `${rtl ? box.left : innerWidth - box.right}px`;
    node.dataset.over = column ? 'column' : 'window';
    node.style.insetBlockEnd = `${innerHeight - box.bottom}px`;
  }

  function follow(found: Element | undefined) {
    if (found === column) return;
    if (column) sizes.unobserve(column);
    column = found;
    if (column) sizes.observe(column);
  }

  const views = new MutationObserver(soon);
  views.observe(document.body, { childList: true, subtree: true });
  sizes.observe(document.documentElement);
  place();
  return () => {
    cancelAnimationFrame(frame);
    views.disconnect();
    sizes.disconnect();
  };
}

const isSeen = (element: Element) => element.getClientRects().length > 0;
