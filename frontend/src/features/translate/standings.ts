import type { Standing } from './row';

/** How a standing looks: its icon and colour. The word is catalogue entry translate.standing.NAME. */
export const standingLook = {
  done: { icon: 'check', tone: 'good' },
  left: { icon: 'remove', tone: 'neutral' },
  missing: { icon: 'pencil', tone: 'neutral' },
  stale: { icon: 'refresh', tone: 'saffron' },
  gone: { icon: 'trash', tone: 'bad' },
  extra: { icon: 'add', tone: 'info' },
} as const satisfies Record<Standing, { icon: string; tone: string }>;
