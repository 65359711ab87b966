import { EditionDraft } from '$features/edition/EditionDraft.svelte';
import { Rows } from '$features/translate/Rows.svelte';
import { translationDoor } from '$features/translate/translationDoor';
import type { Backend } from '$lib/backend/backend';
import type { Translation } from '$lib/backend/types';

/** An edition that is translated: a draft as any other, whose body is made of rows. */
export interface Translating {
  draft: EditionDraft;
  rows: Rows;
}

/** Brings together an edition and its rows: what is written in these is the body of that. */
export function translating(backend: Backend, answer: Translation): Translating {
  const rows: Rows = new Rows(answer, {
    head: (name) => draft.text[name],
    changeHead: (name, words) => draft.change({ [name]: words }),
    changed: () => {
      const body = rows.body;
      if (body === draft.text.body) draft.touch();
      else draft.change({ body });
    },
  });
  const draft: EditionDraft = new EditionDraft(
    translationDoor(backend, () => rows),
    answer.edition,
  );
  return { draft, rows };
}
