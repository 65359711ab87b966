import type { MyWork, WorkItem } from '$lib/backend/types';
import type { ViewName } from '$lib/state/route.svelte';
import type { IconName } from '$ui/icons';
import type { Tone } from '$ui/tone';

/** How a list of editions looks, and where its rows lead. */
export interface ItemList {
  name: 'submitted' | 'returned' | 'stale' | 'staleLive' | 'scheduled' | 'drafts' | 'sent';
  icon: IconName;
  tone: Tone;
  view: ViewName;
}

/** How a list of stories looks. */
export interface StoryList {
  name: 'claimed' | 'requested' | 'lacking';
  icon: IconName;
  tone: Tone;
}

/** The lists of editions, the most pressing first. */
export const itemLists: ItemList[] = [
  { name: 'submitted', icon: 'send', tone: 'saffron', view: 'review' },
  { name: 'returned', icon: 'return', tone: 'bad', view: 'edition' },
  { name: 'staleLive', icon: 'stale', tone: 'bad', view: 'translate' },
  { name: 'stale', icon: 'stale', tone: 'saffron', view: 'translate' },
  { name: 'scheduled', icon: 'clock', tone: 'info', view: 'review' },
  { name: 'drafts', icon: 'pencil', tone: 'neutral', view: 'edition' },
  { name: 'sent', icon: 'send', tone: 'info', view: 'edition' },
];

/** The lists of stories, the most pressing first. */
export const storyLists: StoryList[] = [
  { name: 'claimed', icon: 'claim', tone: 'accent' },
  { name: 'requested', icon: 'megaphone', tone: 'saffron' },
  { name: 'lacking', icon: 'languages', tone: 'neutral' },
];

/** The rows of a list without those that a more pressing list above it shows already. */
export function rowsOf(lists: MyWork, name: ItemList['name']): WorkItem[] {
  if (name !== 'stale') return lists[name];
  const live = new Set(lists.staleLive.map((item) => item.edition));
  return lists.stale.filter((item) => !live.has(item.edition));
}
