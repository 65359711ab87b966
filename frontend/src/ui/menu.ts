import type { IconName } from './icons';

/** One action of a Menu. `checked` makes it one of several to choose from. */
export interface MenuItem {
  id: string;
  label: string;
  lang?: string;
  icon?: IconName;
  keys?: string;
  danger?: boolean;
  disabled?: boolean;
  checked?: boolean;
  onselect: () => void;
}
