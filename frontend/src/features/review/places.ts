// Places in a text under review: a block of the body by its number, or one of these.

export const nowhere = -1;
export const headline = -2;
export const summary = -3;

/** The place of a piece of a comparison. */
export function placeOf({ field, block }: { field: string; block: number }): number {
  if (field === 'headline') return headline;
  return field === 'summary' ? summary : block;
}
