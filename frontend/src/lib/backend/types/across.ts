// One act on all editions of stories.
import type { Lang, LiveState, WireError } from '$lib/backend/types';

export type AcrossAct = 'withdraw' | 'correct' | 'publish' | 'embargo' | 'picture' | 'name';

export interface Across {
  act: AcrossAct;
  stories: string[];
  langs: Lang[]; // only these; none = all
  notices: Partial<Record<Lang, string>>; // what readers are told
  until: string; // of an embargo; "" lifts it
  old: string; // content hash of a picture that goes
  new: string; // reference of the one that comes: media/HASH.jpg; "" = none
  name: string; // id of a name that goes; "" = it is in no list
  spellings: string[]; // other ways in which it is written
  words: Partial<Record<Lang, string>>; // what comes in its place
}

export type AcrossDoes =
  | 'withdraw'
  | 'unschedule'
  | 'notice'
  | 'correct'
  | 'publish'
  | 'move'
  | 'reschedule'
  | 'revise'
  | 'approve'
  | 'address'
  | 'embargo'
  | 'lift'
  | 'lead'
  | 'noLead'
  | 'leadWords';
export type AcrossLeft =
  | 'notice'
  | 'untold'
  | 'again'
  | 'update'
  | 'check' // text: of the list before an approval, which would keep it back today
  | 'finding' // text: of the checks on the words, likewise
  | 'submit'
  | 'approve'
  | 'rework'
  | 'settle'
  | 'correct'
  | 'describe'
  | 'credit'
  | 'pictureByHand'
  | 'grammar'
  | 'byHand'
  | 'address'
  | 'oldAddress'
  | 'creditName'
  | 'place'
  | 'notes'
  | 'tag'
  | 'entry';

/** One thing that is done or left; what it names is in text, count and time. */
export interface AcrossDo<Code extends string = string> {
  code: Code;
  text: string;
  count: number;
  time: string;
}

export interface AcrossStep {
  story: string;
  edition: string; // "" = what holds in every language
  lang: Lang | '';
  headline: string;
  live: LiveState | ''; // before
  does: AcrossDo<AcrossDoes>[];
  left: AcrossDo<AcrossLeft>[]; // what a person must still do afterwards
  stays: '' | 'draft' | 'live' | 'scheduled' | 'withdrawn' | 'clean'; // why nothing is done
  blocked: WireError | null; // why it, or a part of it, cannot be done
  passages: { before: string; after: string }[]; // the first places that change
  places: number; // how many change
}

export interface AcrossPlan {
  mark: string;
  done: boolean;
  steps: AcrossStep[];
}
export interface AcrossPicture {
  hash: string;
  editions: number /* in whose texts it is */;
  lead: boolean;
  stories: string[]; // all of the newsroom that show it
}

export interface AcrossCalls {
  planAcross(act: Across): Promise<AcrossPlan>; // changes nothing
  runAcross(act: Across, mark: string): Promise<AcrossPlan>; // all of it or nothing; a conflict where it is no longer what the plan showed
  acrossPictures(stories: string[]): Promise<AcrossPicture[]>; // lead pictures first
}
