// @vitest-environment node
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { Guide } from './Guide.svelte';
import type { GuideNode } from './page';
import { guideLangOf, guideLangs, pageNames, readPages } from './pages';
import { searchPages } from './search';

const folder = (lang: string) => fileURLToPath(new URL(`../../../../docs/guide/${lang}`, import.meta.url));

function links(nodes: GuideNode[]): { page: string; section: string }[] {
  return nodes.flatMap((node) =>
    'nodes' in node ? [...(node.is === 'a' ? [node] : []), ...links(node.nodes)] : [],
  );
}

describe.each(guideLangs)('the guide in %s', (lang) => {
  it('has every page of the folder, and each has a title and sections', async () => {
    const files = readdirSync(folder(lang)).map((name) => name.replace('.md', ''));
    expect([...pageNames].sort()).toEqual(files.sort());
    for (const { title, sections } of Object.values(await readPages(lang))) {
      expect(title).not.toBe('');
      expect(sections.length).toBeGreaterThan(1);
    }
  });

  it('leads only to places that are in it', async () => {
    const pages = await readPages(lang);
    let count = 0;
    for (const from of pageNames) {
      for (const { page, section } of pages[from].sections.flatMap(({ nodes }) => links(nodes))) {
        const target = pages[(page || from) as keyof typeof pages];
        expect(target, `${from} leads to ${page}`).toBeDefined();
        if (section) expect(target.sections.map(({ id }) => id)).toContain(section);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(0);
  });
});

describe('searching', () => {
  it('finds sections with all words, headings first', async () => {
    const hits = searchPages(await readPages('en'), 'withdraw');
    expect(hits[0]).toMatchObject({ page: 'editor', section: 'withdraw' });
    expect(hits.length).toBeGreaterThan(2);
    expect(
      hits
        .at(-1)
        ?.excerpt.find(({ hit }) => hit)
        ?.text.toLowerCase(),
    ).toBe('withdraw');
  });

  it('finds Persian words written on an Arabic keyboard and without ZWNJ', async () => {
    const pages = await readPages('fa');
    const typed = searchPages(pages, 'كليدها');
    expect(typed).toEqual(searchPages(pages, 'کلیدها'));
    expect(typed.length).toBeGreaterThan(0);
  });

  it('finds nothing for nothing, and nothing for what is not there', async () => {
    const pages = await readPages('en');
    expect(searchPages(pages, '  ')).toEqual([]);
    expect(searchPages(pages, 'withdraw zebra')).toEqual([]);
  });
});

test('one goes through the guide and back again', async () => {
  const guide = new Guide();
  await guide.open('en', 'editor');
  guide.go('desk', 'names');
  guide.go('', 'sections-and-tags');
  expect(guide.spot).toEqual({ page: 'desk', section: 'sections-and-tags' });
  guide.back();
  guide.back();
  expect(guide.spot).toEqual({ page: 'editor', section: '' });
  expect(guide.turned).toBe(false);
  expect(guide.neighbour(1)).toBe('desk');
  await guide.speak('fa');
  expect(guide.pages?.editor.title).toBe('روز دبیر');
});

test('who reads another language gets the English guide', () => {
  expect([guideLangOf('fa'), guideLangOf('tg')]).toEqual(['fa', 'en']);
});
