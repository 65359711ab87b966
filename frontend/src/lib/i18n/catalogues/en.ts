import type { Messages } from '$lib/i18n/translate';

export default Object.assign(
  {},
  ...Object.values(import.meta.glob<Messages>('$catalogues/*.en.json', { import: 'default', eager: true })),
) as Messages;
