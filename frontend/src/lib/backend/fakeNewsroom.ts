// The content of the in-memory backend: enough of everything for a screen to be
// looked at, in all nine languages.
import type * as t from './types';

export const languages: t.Lang[] = ['ar', 'en', 'fr', 'de', 'ps', 'fa', 'ru', 'es', 'tg'];

/** The same report in every language, so that each script and direction can be seen. */
const headlines: Record<t.Lang, [headline: string, summary: string]> = {
  ar: ['نائب رئيس وزراء كازاخستان يصل إلى كابول', 'وفد اقتصادي يبحث التجارة والعبور.'],
  en: [
    'Kazakhstan’s deputy prime minister arrives in Kabul',
    'An economic delegation is to discuss trade and transit.',
  ],
  fr: [
    'Le vice-premier ministre kazakh arrive à Kaboul',
    'Une délégation économique vient parler commerce et transit.',
  ],
  de: [
    'Kasachstans stellvertretender Regierungschef trifft in Kabul ein',
    'Eine Wirtschaftsdelegation will über Handel und Transit sprechen.',
  ],
  ps: [
    'د قزاقستان د لومړي وزیر مرستیال کابل ته ورسېد',
    'اقتصادي پلاوی به د سوداګرۍ او ټرانزیټ په اړه خبرې وکړي.',
  ],
  fa: ['معاون نخست‌وزیر قزاقستان وارد کابل شد', 'هیئت اقتصادی درباره‌ی بازرگانی و ترانزیت گفت‌وگو می‌کند.'],
  ru: ['Вице-премьер Казахстана прибыл в Кабул', 'Экономическая делегация обсудит торговлю и транзит.'],
  es: [
    'El viceprimer ministro de Kazajistán llega a Kabul',
    'Una delegación económica hablará de comercio y tránsito.',
  ],
  tg: [
    'Муовини сарвазири Қазоқистон ба Кобул омад',
    'Ҳайати иқтисодӣ дар бораи тиҷорат ва транзит гуфтугӯ мекунад.',
  ],
};

/** Id, labels in English and Persian; the others fall back to these. */
const sectionNames: [id: string, en: string, fa: string, standing: t.Term['standing']][] = [
  ['afghanistan', 'Afghanistan', 'افغانستان', 'menu'],
  ['world', 'World', 'جهان', 'menu'],
  ['arts', 'Arts & Culture', 'فرهنگ و هنر', 'menu'],
  ['history', 'History', 'تاریخ', 'menu'],
  ['business', 'Business', 'اقتصاد', 'menu'],
  ['sport', 'Sport', 'ورزش', 'menu'],
  ['news', 'News', 'خبر', 'label'],
];

export interface FakeData {
  session: t.Session;
  terms: t.Term[];
  stories: Map<string, t.Story>;
  editions: Map<string, t.Edition>;
  revisions: Map<string, { info: t.RevisionInfo; text: t.Text; edition: string }>;
  site: t.SiteSettings;
  destinations: t.Destination[];
}

export const emptyText: t.Text = {
  headline: '',
  slug: '',
  summary: '',
  body: '',
  byline: '',
  translator: '',
};

export function newEdition(id: string, story: string, lang: t.Lang, text: t.Text, time: string): t.Edition {
  return {
    id,
    story,
    lang,
    text,
    heads: [],
    made: '',
    unclear: [],
    working: false,
    saved: time,
    work: { state: 'drafting', revision: '', note: '', member: '', time: '' },
    live: { state: 'notLive', revision: '', published: '', changed: '', notice: '', path: '', next: '' },
    changed: false,
  };
}

export function newStory(id: string, source: t.Lang, time: string): t.Story {
  return {
    id,
    sections: [],
    tags: [],
    place: '',
    lead: { hash: '', alt: {}, caption: {}, credit: '' },
    source,
    notes: '',
    created: time,
    embargo: '',
    removed: false,
    editions: [],
  };
}

function section([id, en, fa, standing]: (typeof sectionNames)[number], order: number): t.Term {
  const slug = id;
  return { id, kind: 'section', standing, order, labels: { en, fa }, slugs: { en: slug, fa: slug }, uses: 3 };
}

function textOf(lang: t.Lang, n: number): t.Text {
  const [headline, summary] = headlines[lang];
  return {
    headline: n === 0 ? headline : `${headline} (${n + 1})`,
    slug: `${lang}-${n + 1}`,
    summary,
    body: `## ${headline}\n\n${summary}\n\n**${summary}**`,
    byline: '',
    translator: '',
  };
}

/** Writes `count` stories with one to nine editions each into the data. */
function fill(data: FakeData, count: number): void {
  const states: t.WorkState[] = ['drafting', 'submitted', 'returned', 'approved'];
  const lives: t.LiveState[] = ['notLive', 'live', 'corrected', 'withdrawn'];
  for (let n = 0; n < count; n++) {
    const time = new Date(Date.UTC(2025, 3, 21, 8) - n * 5_400_000).toISOString();
    const story = newStory(`story-${n}`, n % 3 === 0 ? 'fa' : 'en', time);
    story.sections = [sectionNames[n % 6]?.[0] ?? 'news', 'news'];
    story.place = 'Kabul';
    for (const [i, lang] of languages.slice(0, n === 0 ? 9 : 1 + (n % 9)).entries()) {
      const edition = newEdition(`edition-${n}-${lang}`, story.id, lang, textOf(lang, n), time);
      edition.work.state = states[(n + i) % 4] ?? 'drafting';
      edition.live.state = lives[(n + i) % 4] ?? 'notLive';
      edition.working = (n + i) % 7 === 0;
      data.editions.set(edition.id, edition);
    }
    data.stories.set(story.id, story);
  }
}

export function makeFakeData(state: t.Session['state'], stories: number): FakeData {
  const data: FakeData = {
    session: {
      state,
      problem:
        state === 'broken'
          ? { code: 'tooNew', message: 'storage.tooNew', params: { path: 'newsroom.db' } }
          : null,
      preferences: {
        language: 'en',
        theme: 'system',
        calendar: '',
        textSize: 100,
        invisibles: false,
        spelling: true,
      },
      newsroom: state === 'first' ? '' : 'RASC News',
      sample: false,
      member: {
        id: 'member',
        name: state === 'first' ? '' : 'Parwin',
        roles: ['reporter', 'editor'],
        langs: ['fa', 'ps'],
      },
      dataDir: '~/.local/share/khabar',
      version: '0.1.0',
    },
    terms: sectionNames.map(section),
    stories: new Map(),
    editions: new Map(),
    revisions: new Map(),
    site: {
      name: 'RASC News',
      fullName: 'Rudabe Applied Studies Center',
      agency: 'RASC News Agency',
      owner: 'RASC',
      since: 2023,
      address: '',
      timeZone: 'Asia/Kabul',
      calendars: {},
      languages,
      follow: [],
      adverts: [],
      about: {},
    },
    destinations: [],
  };
  if (state === 'open') fill(data, stories);
  return data;
}
