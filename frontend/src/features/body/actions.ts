import { redo, undo } from '@milkdown/kit/prose/history';
import type { Command, EditorState } from '@milkdown/kit/prose/state';
import type { IconName } from '$ui/icons';
import {
  insertRule,
  isInside,
  toParagraph,
  toggleHeading,
  toggleQuote,
} from '$features/body/commands/blocks';
import { insertFootnote } from '$features/body/commands/footnotes';
import { listKind, toggleList } from '$features/body/commands/lists';
import { clearFormatting, isMarked, toggle } from '$features/body/commands/marks';
import {
  addColumnAfter,
  addColumnBefore,
  addRow,
  alignColumn,
  insertTable,
  isAligned,
  isInTable,
  removeColumn,
  removeRow,
  removeTable,
} from '$features/body/commands/tables';
import { typeText } from '$features/body/commands/text';

/** Something that a writer can do to the text. Its words are in the catalogue under `editor.ID`. */
export interface Action {
  icon?: IconName;
  /** Shortcut, as lib/keys reads it. */
  keys?: string;
  command: Command;
  /** Whether the selection is of this kind already. */
  active?: (state: EditorState) => boolean;
}

const inList = (kind: 'bullets' | 'numbers' | 'tasks') => (s: EditorState) => listKind(s) === kind;

export const actions = {
  undo: { icon: 'undo', keys: 'Mod+Z', command: undo },
  redo: { icon: 'redo', keys: 'Mod+Shift+Z', command: redo },
  paragraph: {
    icon: 'paragraph',
    keys: 'Mod+Alt+0',
    command: toParagraph,
    active: (s) => !isInside(s, 'heading'),
  },
  heading2: {
    icon: 'heading-2',
    keys: 'Mod+Alt+2',
    command: toggleHeading(2),
    active: (s) => isInside(s, 'heading', { level: 2 }),
  },
  heading3: {
    icon: 'heading-3',
    keys: 'Mod+Alt+3',
    command: toggleHeading(3),
    active: (s) => isInside(s, 'heading', { level: 3 }),
  },
  bold: { icon: 'bold', keys: 'Mod+B', command: toggle('strong'), active: (s) => isMarked(s, 'strong') },
  italic: {
    icon: 'italic',
    keys: 'Mod+I',
    command: toggle('emphasis'),
    active: (s) => isMarked(s, 'emphasis'),
  },
  strike: {
    icon: 'strike',
    keys: 'Mod+Shift+X',
    command: toggle('strike_through'),
    active: (s) => isMarked(s, 'strike_through'),
  },
  clear: { icon: 'clear-format', keys: 'Mod+\\', command: clearFormatting },
  bullets: { icon: 'list', keys: 'Mod+Shift+8', command: toggleList('bullets'), active: inList('bullets') },
  numbers: {
    icon: 'list-numbered',
    keys: 'Mod+Shift+7',
    command: toggleList('numbers'),
    active: inList('numbers'),
  },
  tasks: {
    icon: 'list-tasks',
    keys: 'Mod+Shift+9',
    command: toggleList('tasks'),
    active: inList('tasks'),
  },
  quote: {
    icon: 'quote',
    keys: 'Mod+Shift+B',
    command: toggleQuote,
    active: (s) => isInside(s, 'blockquote'),
  },
  table: { icon: 'table', command: insertTable() },
  footnote: { icon: 'footnote', keys: 'Mod+Alt+F', command: insertFootnote },
  rule: { icon: 'rule', command: insertRule },
  rowBefore: { icon: 'up', command: addRow('before'), active: isInTable },
  rowAfter: { icon: 'down', command: addRow('after'), active: isInTable },
  removeRow: { icon: 'trash', command: removeRow, active: isInTable },
  columnBefore: { icon: 'back', command: addColumnBefore, active: isInTable },
  columnAfter: { icon: 'forward', command: addColumnAfter, active: isInTable },
  removeColumn: { icon: 'trash', command: removeColumn, active: isInTable },
  alignStart: { icon: 'align-start', command: alignColumn('left'), active: (s) => isAligned(s, 'left') },
  alignCenter: {
    icon: 'align-center',
    command: alignColumn('center'),
    active: (s) => isAligned(s, 'center'),
  },
  alignEnd: { icon: 'align-end', command: alignColumn('right'), active: (s) => isAligned(s, 'right') },
  removeTable: { icon: 'trash', command: removeTable, active: isInTable },
  zwnj: { keys: 'Mod+Shift+2', command: typeText('\u200c') },
  nbsp: { keys: 'Mod+Shift+ ', command: typeText('\u00a0') },
  rlm: { command: typeText('\u200f') },
  lrm: { command: typeText('\u200e') },
} satisfies Record<string, Action>;

export type ActionId = keyof typeof actions;

/** Every action with its name, typed alike. */
export const actionList = Object.entries(actions) as [ActionId, Action][];
