import type { Backend } from '$lib/backend/backend';
import type { Text } from '$lib/backend/types';
import type { Rows } from './Rows.svelte';

type Calls = Pick<
  Backend,
  | 'suggestSlug'
  | 'resolve'
  | 'restore'
  | 'preview'
  | 'submit'
  | 'returnEdition'
  | 'approve'
  | 'publish'
  | 'schedule'
  | 'unschedule'
  | 'correct'
  | 'withdraw'
>;

/** The door that an edition goes through while it is translated. */
export type TranslationDoor = Calls & Pick<Backend, 'keep' | 'save' | 'edition' | 'on'>;

/**
 * A door whose text is made of rows: what is kept, saved and read again goes with the
 * links between the rows and their sources. Everything else is the backend's own.
 */
export function translationDoor(backend: Backend, rows: () => Rows): TranslationDoor {
  const draftOf = (base: string[], fields: Text) => {
    const sent = rows().send();
    return { sent, draft: { from: rows().from, base, fields, rows: sent.rows, heads: sent.heads } };
  };
  return {
    async keep(id, base, fields) {
      const { sent, draft } = draftOf(base, fields);
      const time = await backend.keepTranslation(id, draft);
      rows().keptAs(sent);
      return time;
    },
    async save(id, base, fields) {
      const { sent, draft } = draftOf(base, fields);
      const answer = await backend.saveTranslation(id, draft);
      rows().take(answer, sent);
      return answer.edition;
    },
    async edition(id) {
      const answer = await backend.translation(id, rows().from);
      rows().take(answer);
      return answer.edition;
    },
    on: (event, handler) => backend.on(event, handler),
    suggestSlug: (id, headline) => backend.suggestSlug(id, headline),
    resolve: (id, base, text) => backend.resolve(id, base, text),
    restore: (id, revision) => backend.restore(id, revision),
    async preview(id, base, fields) {
      const { sent, draft } = draftOf(base, fields);
      await backend.keepTranslation(id, draft);
      rows().keptAs(sent);
      return backend.preview(id, base, { ...fields, body: rows().body });
    },
    submit: (id) => backend.submit(id),
    returnEdition: (id, note) => backend.returnEdition(id, note),
    approve: (id, revision) => backend.approve(id, revision),
    publish: (id) => backend.publish(id),
    schedule: (id, at, notice) => backend.schedule(id, at, notice),
    unschedule: (id) => backend.unschedule(id),
    correct: (id, notice) => backend.correct(id, notice),
    withdraw: (id, notice) => backend.withdraw(id, notice),
  };
}
