// What the checks find in an edition.

/** What makes a finding the same when the checks are run again. */
export interface Objection {
  check: string;
  block: string; // digest, "headline", "summary"; "" = no block in particular
  detail: string;
}

export interface CheckDismissal {
  reason: string;
  member: string /* name */;
  time: string;
}

export interface Finding extends Objection {
  why: string; // which of the sentences about this check; "" = its only one
  field: '' | 'headline' | 'summary'; // "" = the body
  row: string; // key of the row of the translation
  place: number; // block of the body; -1 = none
  start: number; // in the field or in the row's target, in UTF-16 units
  end: number; // equal to start = the whole
  text: string; // what stands there
  wanted: string; // what the source says, or should stand there
  replace: string[]; // what can be written there as it is, the best first
  blocks: boolean; // the edition cannot be approved as long as it stands
  dismissed: CheckDismissal | null;
}

export interface CheckCalls {
  checks(id: string): Promise<Finding[]>; // of the text as it is being typed, in its order
  dismissCheck(id: string, objection: Objection, reason: string): Promise<Finding[]>; // it is right as it is, and why
  restoreCheck(id: string, objection: Objection): Promise<Finding[]>;
}
