// What several revisions of an edition say differently, and who wrote what of it.
import type { DiffPart, Text } from '$lib/backend/types';

export interface DisputeSide {
  revision: string;
  name: string;
  mine: boolean;
  here: boolean; // written on this device
  time: string;
}

export interface DisputeVersion {
  text: string; // "" = taken out
  parts: DiffPart[]; // of text; what is added, only this version has
  sides: number[]; // who wrote it; none where somebody has changed it since
}

export interface DisputePlace {
  field: keyof Text;
  versions: DisputeVersion[];
}

/** A part of the body; `place` is the place whose marks and versions `text` is, -1 where nobody disputes it. */
export interface DisputeStretch {
  text: string;
  place: number;
}

/** Without sides and places where the revisions agree. */
export interface Dispute {
  sides: DisputeSide[];
  places: DisputePlace[];
  body: DisputeStretch[]; // joined with an empty line: the body
  broken: boolean; // the body has marks that stand around nothing
}
