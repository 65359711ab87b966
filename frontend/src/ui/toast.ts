/** A short message. Toasts.svelte shows it, lib/state/toasts keeps it. */
export interface Toast {
  id: number;
  tone: 'good' | 'bad';
  title: string;
  hint?: string;
  action?: { label: string; run: () => void };
}
