import type { LiveState, WorkState } from './backend/types';

/** How a state looks wherever it is named: the colour it has, its icon, and the key of its word. */
interface Look {
  tone: 'neutral' | 'accent' | 'saffron' | 'good' | 'bad' | 'info';
  icon: 'pencil' | 'send' | 'return' | 'approve' | 'dot' | 'clock' | 'live' | 'correct' | 'withdraw';
  key: string;
}

export const workLook: Record<WorkState, Look> = {
  drafting: { tone: 'neutral', icon: 'pencil', key: 'story.work.drafting' },
  submitted: { tone: 'saffron', icon: 'send', key: 'story.work.submitted' },
  returned: { tone: 'bad', icon: 'return', key: 'story.work.returned' },
  approved: { tone: 'info', icon: 'approve', key: 'story.work.approved' },
};

export const liveLook: Record<LiveState, Look> = {
  notLive: { tone: 'neutral', icon: 'dot', key: 'story.live.notLive' },
  scheduled: { tone: 'saffron', icon: 'clock', key: 'story.live.scheduled' },
  live: { tone: 'good', icon: 'live', key: 'story.live.live' },
  corrected: { tone: 'good', icon: 'correct', key: 'story.live.corrected' },
  withdrawn: { tone: 'bad', icon: 'withdraw', key: 'story.live.withdrawn' },
};

export const workStates = Object.keys(workLook) as WorkState[];
export const liveStates = Object.keys(liveLook) as LiveState[];
