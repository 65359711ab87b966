// How the in-memory backend filters and sorts its list.
import type { FakeData } from './fakeNewsroom';
import type * as t from './types';

/** The editions that fit the filter, in its order. */
export function listed(data: FakeData, f: t.EditionFilter): t.Edition[] {
  const fits = (e: t.Edition): boolean => {
    const story = data.stories.get(e.story);
    return (
      story !== undefined &&
      story.removed === f.removed &&
      (!f.query || e.text.headline.toLowerCase().includes(f.query.toLowerCase())) &&
      (!f.lang || e.lang === f.lang) &&
      (!f.section || story.sections.includes(f.section)) &&
      (!f.tag || story.tags.includes(f.tag)) &&
      (!f.work || e.work.state === f.work) &&
      (!f.live || e.live.state === f.live)
    );
  };
  const order = (e: t.Edition) => (f.sort === 'headline' ? e.text.headline : e.saved);
  const turn = f.descending ? -1 : 1;
  return [...data.editions.values()].filter(fits).sort((a, b) => order(a).localeCompare(order(b)) * turn);
}

/** The line of the list for an edition. */
export function rowOf(data: FakeData, e: t.Edition, query = ''): t.EditionRow {
  const story = data.stories.get(e.story);
  return {
    id: e.id,
    story: e.story,
    lang: e.lang,
    headline: e.text.headline,
    excerpt: e.text.summary,
    sections: story?.sections ?? [],
    place: story?.place ?? '',
    updated: e.saved,
    words: e.text.body.split(/\s+/).length,
    work: e.work.state,
    live: e.live.state,
    goesLive: e.live.state === 'scheduled' ? e.live.published : e.live.next,
    embargo: story?.embargo ?? '',
    changed: e.changed,
    working: e.working,
    languages: siblings(data, e.story).map((s) => s.lang),
    found: query ? { headline: marked(e.text.headline, query), passage: [] } : null,
  };
}

function marked(text: string, query: string): t.Stretch[] {
  const at = text.toLowerCase().indexOf(query.toLowerCase());
  if (at < 0) return [{ text, hit: false }];
  const [start, end] = [at, at + query.length];
  return [
    { text: text.slice(0, start), hit: false },
    { text: text.slice(start, end), hit: true },
    { text: text.slice(end), hit: false },
  ];
}

/** The editions of a story, as its other editions see them. */
export function siblings(data: FakeData, story: string): t.Sibling[] {
  return [...data.editions.values()]
    .filter((e) => e.story === story)
    .map((e) => ({
      id: e.id,
      lang: e.lang,
      headline: e.text.headline,
      work: e.work.state,
      live: e.live.state,
      goesLive: e.live.state === 'scheduled' ? e.live.published : e.live.next,
      changed: e.changed,
    }));
}
