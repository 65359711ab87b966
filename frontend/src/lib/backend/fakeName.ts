import { FakeFind } from './fakeFind';
import { languages } from './fakeNewsroom';
import type * as t from './types';

/** The part of the in-memory backend that is about names. It finds whole words as they are spelt; it knows no endings. */
export class FakeName extends FakeFind {
  #names: t.Name[] = [
    name(
      'kabul',
      'place',
      { en: 'Kabul', fr: 'Kaboul', fa: 'کابل', ru: 'Кабул' },
      { en: ['Cabul'], fa: ['کابول'] },
    ),
    name(
      'kazakhstan',
      'place',
      { en: 'Kazakhstan', fa: 'قزاقستان', de: 'Kasachstan' },
      { en: ['Kazakstan'] },
    ),
    name('un', 'organisation', { en: 'United Nations', fa: 'سازمان ملل متحد' }, {}),
  ];

  names = async () => structuredClone(this.#names);

  async saveName(before: t.Name, after: t.Name): Promise<t.Name> {
    if (Object.values(after.labels).every((label) => !label)) throw this.refuse('invalid', 'name.noLabel');
    const held = this.#names.find((other) => other.id === after.id);
    const saved: t.Name = structuredClone({
      ...after,
      id: after.id || this.newId('name'),
      note: after.note === before.note ? (held ?? after).note : after.note,
      labels: held ? merged(held.labels, before.labels, after.labels) : after.labels,
    });
    const known = this.#names.some((other) => other.id === saved.id);
    this.#names = known
      ? this.#names.map((other) => (other.id === saved.id ? saved : other))
      : [...this.#names, saved];
    this.emit('names:changed', null);
    return structuredClone(saved);
  }

  async removeName(id: string): Promise<void> {
    if (!this.#names.some((other) => other.id === id)) throw this.refuse('notFound', 'notFound.name');
    this.#names = this.#names.filter((other) => other.id !== id);
    this.emit('names:changed', null);
  }

  findNames = async (lang: t.Lang, texts: string[]) => texts.map((text) => this.#find(lang, text));

  async suggestNames(lang: t.Lang, before: string): Promise<t.NameSuggestion[]> {
    const typed = /[\p{L}\p{M}]{3,}$/u.exec(before)?.[0] ?? '';
    return this.#names.flatMap(({ id, kind, labels }) => {
      const accepted = labels[lang] ?? '';
      const begins = typed !== '' && accepted.startsWith(typed) && accepted !== typed;
      return begins ? [{ name: id, kind, typed: typed.length, accepted }] : [];
    });
  }

  async neededNames(from: t.Lang, to: t.Lang, text: string): Promise<t.NameNeeded[]> {
    const once = new Map(this.#find(from, text).map((hit) => [hit.name, hit.used]));
    return this.#names.flatMap(({ id, kind, labels, note }) => {
      const used = once.get(id);
      return used === undefined ? [] : [{ name: id, kind, used, accepted: labels[to] ?? '', note }];
    });
  }

  importNames = async (): Promise<t.NameReport | null> => null;
  exportNames = async (form: 'csv' | 'tbx') => `/media/usb/names.${form}`;

  #find(lang: t.Lang, text: string): t.NameHit[] {
    const hits = this.#names.flatMap(({ id, kind, labels, variants }) => {
      const accepted = labels[lang] ?? '';
      const all = [accepted, ...Object.values(variants).flat(), ...Object.values(labels)].filter(Boolean);
      return [...new Set(all)].flatMap((spelling) =>
        placesOf(text, spelling).map((start) => ({
          start,
          end: start + spelling.length,
          name: id,
          kind,
          used: spelling,
          accepted,
          state: spelling === accepted ? ('accepted' as const) : ('variant' as const),
        })),
      );
    });
    return hits.sort((a, b) => a.start - b.start);
  }
}

function placesOf(text: string, spelling: string): number[] {
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}])${spelling}(?![\\p{L}\\p{M}])`, 'gu');
  return [...text.matchAll(pattern)].map((match) => match.index);
}

type Spellings = t.Name['labels'];

function merged(held: Spellings, before: Spellings, after: Spellings): Spellings {
  const all = languages.map((lang) => [lang, before[lang] === after[lang] ? held[lang] : after[lang]]);
  return Object.fromEntries(all.filter(([, label]) => label));
}

function name(id: string, kind: t.Name['kind'], labels: Spellings, variants: t.Name['variants']): t.Name {
  return { id, kind, labels, variants, note: '', tag: '' };
}
