import type { Messages } from '$lib/i18n/translate';

export default Object.assign(
  {},
  ...Object.values(import.meta.glob<Messages>('$catalogues/*.fr.json', { import: 'default', eager: true })),
) as Messages;
