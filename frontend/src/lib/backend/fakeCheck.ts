import { FakeMemory } from './fakeMemory';
import type * as t from './types';

/** The part of the in-memory backend that looks editions over. It knows one check: doubled words. */
export class FakeCheck extends FakeMemory {
  readonly #dismissed = new Map<string, t.CheckDismissal>();

  async checks(id: string): Promise<t.Finding[]> {
    const edition = this.data.editions.get(id);
    if (!edition) throw this.refuse('notFound', 'notFound.edition');
    const blocks = edition.text.body.split(/\n\s*\n/).filter(Boolean);
    return blocks.flatMap((block, place) =>
      [...block.matchAll(/(?<![\p{L}\p{M}])([\p{L}\p{M}]{2,}) \1(?![\p{L}\p{M}])/gu)].map((match) =>
        this.#finding(id, block, place, match),
      ),
    );
  }

  async dismissCheck(id: string, objection: t.Objection, reason: string): Promise<t.Finding[]> {
    if (reason.trim() === '') throw this.refuse('invalid', 'check.noReason');
    const { name } = this.data.session.member;
    this.#dismissed.set(keyOf(id, objection), { reason, member: name, time: new Date().toISOString() });
    return this.checks(id);
  }

  async restoreCheck(id: string, objection: t.Objection): Promise<t.Finding[]> {
    this.#dismissed.delete(keyOf(id, objection));
    return this.checks(id);
  }

  #finding(
    id: string,
    block: string,
    place: number,
    { 0: text, 1: word = '', index }: RegExpExecArray,
  ): t.Finding {
    const objection = { check: 'word', block, detail: text };
    return {
      ...objection,
      why: '',
      field: '',
      row: '',
      place,
      start: index,
      end: index + text.length,
      text,
      wanted: word,
      replace: [word],
      blocks: false,
      dismissed: this.#dismissed.get(keyOf(id, objection)) ?? null,
    };
  }
}

const keyOf = (id: string, { check, block, detail }: t.Objection) =>
  JSON.stringify([id, check, block, detail]);
