// The translation view in use: a story of 2,000 words in English, and its Persian edition.
import { body } from './corpus.mjs';
import { keysIn } from './use.mjs';

const FIELD = '[data-place="5"] textarea';

/** Makes the story, aligned; gives the id of the Persian edition. */
export function longTranslation(window, words) {
  return window.runAsync(async (en, fa) => {
    const { App } = globalThis.go.app;
    const source = await App.CreateStory('en');
    await App.Save(source.id, source.heads, { ...source.text, headline: 'Long', body: en });
    const made = await App.CreateEdition(source.story, 'fa');
    await App.Save(made.id, made.heads, { ...made.text, headline: 'بلند', body: fa });
    const { from, edition, rows } = await App.Translation(made.id, '');
    const drafts = rows.map(({ sources, links, target }) => ({ sources: sources.map(({ digest }) => digest), links, target, done: true }));
    await App.SaveTranslation(made.id, { from, base: edition.heads, fields: edition.text, rows: drafts });
    return made.id;
  }, body('en', words), body('fa', words));
}

/** Milliseconds from leaving for a translation to the first frame with its rows, `count` times. */
export async function translationOpenings(window, id, count) {
  const found = [];
  for (let i = 0; i < count; i++) {
    await window.go('#/settings');
    await window.find('[data-view=settings]');
    found.push(await window.runAsync(async (id) => {
      const start = performance.now();
      location.hash = `#/translate/${id}`;
      do await new Promise(requestAnimationFrame);
      while (!document.querySelector('[data-place="0"]'));
      return performance.now() - start;
    }, id));
  }
  return found;
}

/** Milliseconds from each of `count` keys in a row to the frame that shows its letter. */
export async function translationKeystrokes(window, count) {
  return keysIn(window, FIELD, count);
}
