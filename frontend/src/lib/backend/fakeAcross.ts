// The part of the in-memory backend that acts across editions. It withdraws, publishes and
// sets embargoes; of what changes texts it knows names, as they stand.
import { FakeName } from './fakeName';
import type * as t from './types';

const step = (e: t.Edition): t.AcrossStep => ({
  story: e.story,
  edition: e.id,
  lang: e.lang,
  headline: e.text.headline,
  live: e.live.state,
  does: [],
  left: [],
  stays: '',
  blocked: null,
  passages: [],
  places: 0,
});

const doing = <Code extends string>(code: Code, time = '', count = 0): t.AcrossDo<Code> => ({
  code,
  text: '',
  count,
  time,
});

const shown = (e: t.Edition) => e.live.state === 'live' || e.live.state === 'corrected';

export class FakeAcross extends FakeName {
  async planAcross(act: t.Across): Promise<t.AcrossPlan> {
    const steps = this.#editionsOf(act).map((e) => this.#plan(act, e));
    return { mark: JSON.stringify([act, steps]), done: false, steps };
  }

  async runAcross(act: t.Across, mark: string): Promise<t.AcrossPlan> {
    const plan = await this.planAcross(act);
    if (plan.mark !== mark) throw this.refuse('conflict', 'across.changed');
    for (const e of this.#editionsOf(act)) {
      this.#run(act, e);
      this.emit('edition:changed', { id: e.id, story: e.story });
    }
    return { ...plan, done: true };
  }

  async acrossPictures(stories: string[]): Promise<t.AcrossPicture[]> {
    const leads = stories.map((id) => this.data.stories.get(id)?.lead.hash ?? '').filter(Boolean);
    const all = [...this.data.stories.values()];
    return [...new Set(leads)].map((hash) => ({
      hash,
      editions: 0,
      lead: true,
      stories: all.filter((story) => story.lead.hash === hash).map((story) => story.id),
    }));
  }

  #editionsOf = ({ stories, langs }: t.Across) =>
    [...this.data.editions.values()].filter(
      (e) => stories.includes(e.story) && (langs.length === 0 || langs.includes(e.lang)),
    );

  #plan(act: t.Across, e: t.Edition): t.AcrossStep {
    const s = step(e);
    if (act.act === 'withdraw' && shown(e)) {
      s.does = [doing('withdraw')];
      if (!act.notices[e.lang]) s.left = [doing('notice')];
    } else if (act.act === 'publish' && e.work.state === 'approved' && e.live.state === 'notLive') {
      s.does = [doing('publish')];
    } else if (act.act === 'embargo' && shown(e)) {
      s.does = [doing('withdraw')];
      s.left = [doing('again', act.until)];
    } else if (act.act === 'name' && act.spellings.some((name) => e.text.headline.includes(name))) {
      s.does = [doing(shown(e) ? 'correct' : 'revise')];
      s.left = [doing('grammar', '', 1)];
      s.passages = [{ before: e.text.headline, after: this.#without(act, e) }];
      s.places = 1;
    } else {
      s.stays = shown(e) ? 'live' : 'draft';
      if (act.act === 'publish' && s.stays === 'draft') s.left = [doing('submit')];
    }
    return s;
  }

  #run(act: t.Across, e: t.Edition) {
    const [first] = this.#plan(act, e).does;
    if (first?.code === 'withdraw')
      Object.assign(e.live, { state: 'withdrawn', notice: act.notices[e.lang] ?? '' });
    if (first?.code === 'publish') e.live.state = 'live';
    if (act.act === 'name') e.text = { ...e.text, headline: this.#without(act, e) };
  }

  #without = ({ spellings, words }: t.Across, e: t.Edition) =>
    spellings.reduce((text, name) => text.replaceAll(name, words[e.lang] ?? ''), e.text.headline);
}
