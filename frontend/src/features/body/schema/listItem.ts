import { extendListItemSchemaForTask } from '@milkdown/kit/preset/gfm';

/**
 * List items that may begin with any block. Milkdown's begin with a paragraph, and
 * where Markdown has a heading or a list there, its empty paragraph pushes it
 * out of the list at the next reading.
 */
export const itemSchema = extendListItemSchemaForTask.extendSchema((previous) => (ctx) => ({
  ...previous(ctx),
  content: 'block+',
}));
