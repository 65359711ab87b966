/** Where a caret stands in the window. */
export interface Caret {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A list that hangs at the caret while the focus stays in the text, as the screen sees it. */
export interface CaretMenu<Id extends string> {
  readonly open: boolean;
  readonly items: readonly { id: Id; label: string }[];
  readonly selected: number;
  /** Where it hangs, in the window. */
  readonly anchor: Caret | null;
  /** The text that the keys go to while it is open. */
  readonly field: HTMLElement | null;
  choose(index: number): void;
}
