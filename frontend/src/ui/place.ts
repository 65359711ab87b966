const gap = 4;
const margin = 8;

interface Box {
  start: number;
  end: number;
  top: number;
  bottom: number;
}

/**
 * Where a box of the given size goes so that it hangs below its anchor, begins
 * where the anchor begins, and stays inside the window; above where there is no
 * room below. `start` and `end` are measured along the line of reading. CSS
 * pixels.
 */
export function belowOf(
  anchor: Box,
  size: { width: number; height: number },
  room: { width: number; height: number },
): { start: number; top: number } {
  const latest = room.width - size.width - margin;
  const start = Math.max(margin, Math.min(anchor.start, latest));
  const below = anchor.bottom + gap;
  const above = anchor.top - gap - size.height;
  const fits = below + size.height + margin <= room.height || above < margin;
  return { start, top: fits ? Math.max(margin, Math.min(below, room.height - size.height - margin)) : above };
}

/** An element, or anything else that has a place in the window. */
export interface Anchor {
  getBoundingClientRect: () => Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;
}

/** Moves a popover below its anchor. */
export function placeBelow(popover: HTMLElement, anchor: Anchor): void {
  const a = anchor.getBoundingClientRect();
  const room = { width: innerWidth, height: innerHeight };
  const rtl = getComputedStyle(popover).direction === 'rtl';
  const along: Box = {
    start: rtl ? room.width - a.right : a.left,
    end: rtl ? room.width - a.left : a.right,
    top: a.top,
    bottom: a.bottom,
  };
  const at = belowOf(along, { width: popover.offsetWidth, height: popover.offsetHeight }, room);
  popover.style.insetInlineStart = `${at.start}px`;
  popover.style.insetBlockStart = `${at.top}px`;
}
