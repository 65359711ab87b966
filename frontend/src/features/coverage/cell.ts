import type { Cell, CellState } from '$lib/backend/types';
import { liveLook, workLook } from '$lib/states';
import type { IconName } from '$ui/icons';
import type { Tone } from '$ui/tone';

/** How a cell of the grid looks: its colour, its icon, and the key of its word. */
export interface Look {
  tone: Tone;
  icon: IconName;
  key: string;
}

export const stale: Look = { tone: 'saffron', icon: 'stale', key: 'coverage.cell.stale' };
export const claimed: Look = { tone: 'accent', icon: 'claim', key: 'coverage.cell.claimed' };
export const requested: Look = { tone: 'saffron', icon: 'megaphone', key: 'coverage.cell.requested' };
export const missing: Look = { tone: 'neutral', icon: 'add', key: 'coverage.cell.missing' };

/** What matters most about a cell. */
export function lookOf(cell: Cell): Look {
  if (cell.state === 'missing') return cell.claim ? claimed : cell.asked ? requested : missing;
  if (cell.state === 'withdrawn') return liveLook.withdrawn;
  if (cell.stale > 0) return stale;
  if (cell.state in liveLook) {
    // A correction on its way says more than that the old text is live.
    const waits = cell.work === 'submitted' || cell.work === 'returned';
    return waits && cell.changed ? workLook[cell.work as 'submitted'] : liveLook[cell.state as 'live'];
  }
  return workLook[cell.state as 'drafting'];
}

/** What can be looked for in the grid, in the order of an edition's life. */
export const cellStates: CellState[] = [
  'missing',
  'requested',
  'claimed',
  'drafting',
  'submitted',
  'returned',
  'approved',
  'scheduled',
  'live',
  'stale',
  'withdrawn',
];

/** The key of the word for a state that is looked for. */
export function wordOf(state: CellState): string {
  if (state in workLook) return workLook[state as 'drafting'].key;
  if (state in liveLook) return liveLook[state as 'live'].key;
  return `coverage.cell.${state}`;
}
