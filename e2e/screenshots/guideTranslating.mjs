// The pictures of a translator's day.
import { call, editionOf, goTo, translating as beside } from '../harness/desk.mjs';
import { begun, followUp, into, renewed } from './guideTexts.mjs';

const row = (place) => `[data-place="${place}"]`;
const target = (place) => `${row(place)} [data-field=target]`;

async function open(window, words, lang) {
  await window.go(`#/translate/${await editionOf(window, words, lang)}`);
  await beside(window, lang);
}

export const translating = {
  claim: async (window) => {
    await goTo(window, 'coverage');
    await window.click('[data-state=missing]');
    await window.find('[data-act=claim]');
  },
  stale: async (window, lang) => {
    await open(window, 'a cautious price', into[lang]);
    await window.press('F8');
    await window.find('[data-act=row-done]');
    if (lang === 'fa') await window.fill(target(1), renewed);
    await window.run((css) => document.querySelector(css).toggleAttribute('data-caret', true), target(1));
  },
  memory: async (window, lang) => {
    if (lang === 'fa') await window.click(`${row(1)} [data-act=row-done]`);
    const text = begun[into[lang]];
    const { value: story } = await call(window, 'CreateStory', 'en');
    await call(window, 'Save', story.id, story.heads, { ...story.text, ...followUp, slug: '' });
    const { value: edition } = await call(window, 'BeginTranslation', story.story, into[lang], 'en');
    await window.go(`#/translate/${edition.id}`);
    await beside(window, into[lang]);
    await window.fill('[data-field=headline]', text.headline);
    await window.fill('[data-field=summary]', text.summary);
    await window.fill(target(0), text.first);
    await window.press('Control+Enter');
    await window.find('[data-panel=matches] del, [data-panel=matches] ins');
    await window.run(() => document.activeElement.toggleAttribute('data-caret', true));
  },
  checks: async (window, lang) => {
    await window.press('Control+1');
    await window.fill(target(3), begun[into[lang]].last);
    await window.click('[data-act=tab-checks]');
    await window.find('[data-panel=checks] [data-check=number]');
  },
  names: async (window) => {
    await goTo(window, 'names');
    await window.find('[data-name]');
  },
};
