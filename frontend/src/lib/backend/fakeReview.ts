// The part of the in-memory backend that is about comments, review and schedules. It finds
// blocks by blank lines, and a block that changed by its place.
import { FakeSite } from './fakeSite';
import type * as t from './types';

export class FakeReview extends FakeSite {
  readonly #threads = new Map<string, t.Thread[]>();
  #chosen = ['stale', 'comments'];

  comments = async (edition: string) => this.#placed(edition);

  async addComment(edition: string, remark: t.Remark): Promise<t.Thread[]> {
    if (!remark.suggests && remark.text.trim() === '') throw this.refuse('invalid', 'comment.empty');
    const at = remark.quote ? this.#blocks(edition).indexOf(remark.quote) : -1;
    if (remark.quote && at < 0) throw this.refuse('conflict', 'comment.noBlock');
    const { text } = this.#edition(edition);
    const quote = remark.about ? text[remark.about] : remark.quote;
    this.#of(edition).push({
      ...this.#said(remark.text),
      block: remark.about || (quote && `block-${at}`),
      quote,
      place: 'whole',
      now: quote,
      at,
      suggests: remark.suggests,
      suggestion: remark.suggestion,
      diff: [],
      outcome: '',
      settler: '',
      settled: '',
      replies: [],
    });
    return this.#told(edition);
  }

  async replyComment(edition: string, id: string, text: string): Promise<t.Thread[]> {
    if (text.trim() === '') throw this.refuse('invalid', 'comment.empty');
    this.#thread(edition, id).replies.push(this.#said(text));
    return this.#told(edition);
  }

  resolveComment = (edition: string, id: string) => this.#settle(edition, id, 'resolved');
  reopenComment = (edition: string, id: string) => this.#settle(edition, id, '');
  declineSuggestion = (edition: string, id: string) => this.#settle(edition, id, 'declined');

  async removeComment(edition: string, id: string): Promise<t.Thread[]> {
    Object.assign(this.#thread(edition, id), { removed: true, text: '' });
    return this.#told(edition);
  }

  async acceptSuggestion(edition: string, id: string, seen: string): Promise<t.Thread[]> {
    const thread = this.#placed(edition).find((each) => each.id === id);
    if (!thread || thread.place === 'gone') throw this.refuse('conflict', 'comment.blockGone');
    if (thread.now !== seen) throw this.refuse('conflict', 'comment.changedSince');
    const held = this.#edition(edition);
    const blocks = this.#blocks(edition).with(thread.at, thread.suggestion);
    held.text = { ...held.text, body: blocks.filter(Boolean).join('\n\n') };
    this.emit('edition:changed', { id: edition, story: held.story });
    return this.#settle(edition, id, 'accepted');
  }

  async reviewQueue(): Promise<t.QueueRow[]> {
    const steps: t.ReviewStep[] = ['submitted', 'approved', 'scheduled'];
    const rows = [...this.data.editions.values()].flatMap((e) => {
      const step = e.live.state === 'scheduled' ? 'scheduled' : e.work.state;
      const waits =
        step === 'submitted' || step === 'scheduled' || (step === 'approved' && e.live.state === 'notLive');
      return waits ? [this.#queued(e, step)] : [];
    });
    return rows.sort((a, b) => steps.indexOf(a.step) - steps.indexOf(b.step) || a.time.localeCompare(b.time));
  }

  async reviewOf(id: string): Promise<t.Review> {
    const e = this.#edition(id);
    const row = this.#queued(e, 'submitted');
    const check = (name: string, ok: boolean, blocks = true): t.CheckItem => ({
      check: name,
      ok,
      blocks: blocks || this.#chosen.includes(name),
      count: ok ? 0 : 1,
      spots: ok ? [] : [{ block: -1, why: '', text: '' }],
    });
    return structuredClone({
      ...row,
      revision: e.heads[0] ?? '',
      text: e.text,
      typed: e.working,
      work: e.work,
      live: e.live,
      changed: e.changed,
      blocks: this.#blocks(id).map((source) => ({
        kind: 'paragraph',
        source,
        html: `<p dir="auto">${escape(source)}</p>`,
      })),
      bases:
        e.live.revision && e.live.revision !== e.heads[0]
          ? [{ kind: 'live' as const, revision: e.live.revision, time: e.live.published }]
          : [],
      checks: [
        check('headline', e.text.headline !== ''),
        check('summary', e.text.summary !== '', false),
        check('comments', row.comments === 0, false),
      ],
    });
  }

  async reviewChanges(id: string, base: string): Promise<t.ReviewChange[]> {
    const before = this.data.revisions.get(base)?.text.body.split(/\n{2,}/) ?? [];
    return this.#blocks(id).map((text, block) => ({
      field: 'body',
      block,
      op: before.includes(text) ? 'same' : 'add',
      parts: [{ op: before.includes(text) ? 'same' : 'add', text }],
    }));
  }

  async blocking(): Promise<t.Blocking> {
    return {
      always: ['headline', 'body', 'slug', 'marks', 'unclear'],
      chosen: [...this.#chosen],
      checks: ['section', 'summary', 'alt', 'stale', 'missing', 'comments', 'links'],
    };
  }

  async changeBlocking(checks: string[]): Promise<t.Blocking> {
    this.#chosen = [...checks];
    this.emit('site:changed', null);
    return this.blocking();
  }

  async schedule(id: string, at: string): Promise<t.Edition> {
    const e = this.#edition(id);
    if (new Date(at) <= new Date()) throw this.refuse('invalid', 'live.past');
    if (e.work.state !== 'approved') throw this.refuse('conflict', 'live.notApproved');
    if ((this.data.stories.get(e.story)?.embargo ?? '') > at) throw this.refuse('conflict', 'live.embargoed');
    const shown = e.live.state === 'live' || e.live.state === 'corrected';
    return this.#live(e, shown ? { next: at } : { state: 'scheduled', published: at });
  }

  async unschedule(id: string): Promise<t.Edition> {
    const e = this.#edition(id);
    return this.#live(e, e.live.next ? { next: '' } : { state: 'notLive', published: '' });
  }

  async setEmbargo(story: string, until: string): Promise<t.Story> {
    const held = this.data.stories.get(story);
    if (!held) throw this.refuse('notFound', 'notFound.story');
    held.embargo = until;
    this.emit('story:changed', { id: story });
    return structuredClone(held);
  }

  waiting = async (): Promise<t.Waiting[]> => [];

  #live(e: t.Edition, change: Partial<t.Live>): t.Edition {
    Object.assign(e.live, change);
    this.emit('edition:changed', { id: e.id, story: e.story });
    return structuredClone(e);
  }

  #edition(id: string): t.Edition {
    const edition = this.data.editions.get(id);
    if (!edition) throw this.refuse('notFound', 'notFound.edition');
    return edition;
  }

  #blocks = (id: string) =>
    this.#edition(id)
      .text.body.split(/\n{2,}/)
      .filter(Boolean);

  #queued(e: t.Edition, step: t.ReviewStep): t.QueueRow {
    const story = this.data.stories.get(e.story);
    const shown = e.live.state === 'live' || e.live.state === 'corrected';
    const source = story?.source ?? e.lang;
    return {
      id: e.id,
      story: e.story,
      lang: e.lang,
      source,
      headline: e.text.headline,
      sections: story?.sections ?? [],
      place: story?.place ?? '',
      words: e.text.body.split(/\s+/).length,
      step,
      news: shown ? 'correction' : e.lang === source ? 'new' : 'translation',
      member: e.work.member || this.data.session.member.name,
      time: e.live.state === 'scheduled' ? e.live.published : e.work.time || e.saved,
      live: e.live.state,
      published: e.live.published,
      embargo: story?.embargo ?? '',
      comments: this.#of(e.id).filter((each) => each.outcome === '' && !each.removed).length,
      stale: 0,
    };
  }

  #said(text: string): t.Said {
    return {
      id: this.newId('comment'),
      text,
      member: this.data.session.member.name,
      mine: true,
      time: new Date().toISOString(),
      removed: false,
    };
  }

  #of(edition: string): t.Thread[] {
    const threads = this.#threads.get(edition) ?? [];
    this.#threads.set(edition, threads);
    return threads;
  }

  #thread(edition: string, id: string): t.Thread {
    const thread = this.#of(edition).find((each) => each.id === id);
    if (!thread) throw this.refuse('notFound', 'notFound.comment');
    return thread;
  }

  async #settle(edition: string, id: string, outcome: t.Outcome): Promise<t.Thread[]> {
    const thread = this.#thread(edition, id);
    if (thread.outcome === outcome || thread.outcome === 'accepted')
      throw this.refuse('conflict', 'comment.settled');
    Object.assign(thread, {
      outcome,
      settler: outcome && this.data.session.member.name,
      settled: outcome && new Date().toISOString(),
    });
    return this.#told(edition);
  }

  #placed(edition: string): t.Thread[] {
    const blocks = this.#blocks(edition);
    const threads = this.#of(edition).map((thread): t.Thread => {
      if (thread.block === '') return { ...thread, place: 'whole', now: '' };
      if (thread.at < 0) return { ...thread, place: 'here' };
      const at = blocks.indexOf(thread.quote);
      const now = blocks[at] ?? blocks[thread.at] ?? '';
      const place = at >= 0 ? 'here' : now ? 'changed' : 'gone';
      const diff: t.DiffPart[] = thread.suggests
        ? [
            { op: 'del', text: now },
            { op: 'add', text: thread.suggestion },
          ]
        : [];
      return { ...thread, place, now, at: at >= 0 ? at : now ? thread.at : -1, diff };
    });
    return structuredClone(threads);
  }

  #told(edition: string): t.Thread[] {
    this.emit('comments:changed', null);
    return this.#placed(edition);
  }
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
