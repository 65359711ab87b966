import type { Remark } from '$lib/backend/types';

/** What a new comment is about: a block by its place and its Markdown or words, a field, or, where both are empty, the whole edition. */
export interface Target {
  about: Remark['about'];
  at: number;
  quote: string;
}

export const theWhole: Target = { about: '', at: -1, quote: '' };
