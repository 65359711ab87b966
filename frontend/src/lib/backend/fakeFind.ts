import { FakeWork } from './fakeWork';
import type * as t from './types';

/** What is remembered of searches, what belongs together, and tags that become one. */
export class FakeFind extends FakeWork {
  readonly #searches = new Map<string, t.SavedSearch>();
  #merged: { tag: t.Term; into: string; stories: string[] }[] = [];

  savedSearches = async () => structuredClone([...this.#searches.values()]);
  removeSearch = async (id: string) => void this.#searches.delete(id);

  async saveSearch(search: t.SavedSearch): Promise<t.SavedSearch> {
    if (search.name.trim() === '') throw this.refuse('invalid', 'search.name');
    const saved = { ...structuredClone(search), id: search.id || this.newId('search') };
    this.#searches.set(saved.id, saved);
    return structuredClone(saved);
  }

  async related(edition: string): Promise<t.RelatedEdition[]> {
    const own = this.data.editions.get(edition);
    const tags = this.data.stories.get(own?.story ?? '')?.tags ?? [];
    return [...this.data.editions.values()]
      .filter((e) => e.story !== own?.story && e.lang === own?.lang)
      .map((e) => ({
        e,
        shared: this.data.stories.get(e.story)?.tags.filter((id) => tags.includes(id)) ?? [],
      }))
      .filter(({ shared }) => shared.length > 0)
      .map(({ e, shared }) => ({
        id: e.id,
        headline: e.text.headline,
        updated: e.saved,
        live: e.live.state,
        tags: shared,
      }))
      .slice(0, 6);
  }

  async tagSuggestions(edition: string): Promise<t.TagSuggestion[]> {
    const own = this.data.editions.get(edition);
    const carried = this.data.stories.get(own?.story ?? '')?.tags ?? [];
    const words = `${own?.text.headline} ${own?.text.body}`.toLowerCase();
    return this.#tags()
      .filter(({ id, labels }) => !carried.includes(id) && words.includes((labels.en ?? '\0').toLowerCase()))
      .map(({ id }) => ({ tag: id, why: 'label', count: 1 }));
  }

  async tagReport(): Promise<t.TagReport> {
    const tags = this.#tags();
    const unused = tags.filter((tag) => this.#carrying(tag.id).length === 0).map((tag) => tag.id);
    const alike = tags.flatMap((keep, at) =>
      tags
        .slice(at + 1)
        .filter((other) => keep.labels.en?.toLowerCase() === other.labels.en?.toLowerCase())
        .map((other) => ({ keep: keep.id, other: other.id, lang: 'en' as const, why: 'same' as const })),
    );
    const merged = this.#merged.map(({ tag, into }) => ({ id: tag.id, labels: tag.labels, into }));
    return { unused, alike, merged };
  }

  async mergeTags(from: string[], into: string): Promise<void> {
    for (const tag of this.#tags().filter(({ id }) => from.includes(id))) {
      const stories = this.#carrying(tag.id);
      this.#merged.push({ tag, into, stories: stories.map((story) => story.id) });
      for (const story of stories)
        story.tags = [...new Set(story.tags.map((id) => (id === tag.id ? into : id)))];
    }
    this.data.terms = this.data.terms.filter((term) => term.kind !== 'tag' || !from.includes(term.id));
    this.emit('terms:changed', null);
  }

  async unmergeTag(id: string): Promise<void> {
    const back = this.#merged.find(({ tag }) => tag.id === id);
    if (!back) throw this.refuse('notFound', 'notFound.term');
    this.#merged = this.#merged.filter((each) => each !== back);
    this.data.terms = [...this.data.terms, back.tag];
    for (const story of back.stories) this.data.stories.get(story)?.tags.push(id);
    this.emit('terms:changed', null);
  }

  #tags = () => this.data.terms.filter((term) => term.kind === 'tag');
  #carrying = (tag: string) => [...this.data.stories.values()].filter((story) => story.tags.includes(tag));
}
