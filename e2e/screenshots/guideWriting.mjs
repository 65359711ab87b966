// The pictures of the guide's first pages: looking around, and a reporter's day.
import { BODY, findAnything, goTo, openStory, otherEdition, panel, previewed, save } from '../harness/desk.mjs';
import { remarks } from './guideTexts.mjs';

/** Opens the library story in the language of the guide. */
async function library(window, lang) {
  await openStory(window, 'four wheels');
  await otherEdition(window, lang);
}

const words = { en: 'Kabul', fa: 'کابل' };

export const writing = {
  work: async (window) => {
    await goTo(window, 'work');
    await window.find('[data-list=submitted]');
  },
  palette: findAnything,
  find: async (window, lang) => {
    await goTo(window, 'stories');
    await window.fill('[data-field=search]', words[lang]);
    await window.find('[data-edition] mark');
  },
  writing: async (window, lang) => {
    await window.fill('[data-field=search]', '');
    await library(window, lang);
    await panel(window, 'story');
  },
  insert: async (window) => {
    await window.click(BODY);
    await window.press('Control+End');
    await window.press('Enter');
    await window.keys('/');
    await window.find('[role=listbox]:not([hidden]) [role=option]');
    await window.run(() => document.activeElement.toggleAttribute('data-caret', true));
  },
  history: async (window, lang) => {
    await window.press('Backspace');
    await window.press('Backspace');
    await window.keys(remarks[lang].more);
    await save(window);
    await panel(window, 'history');
    await window.click('[data-act=changes]');
    await window.find('[data-panel=comparison] ins');
  },
  preview: async (window) => {
    await panel(window, 'preview');
    await previewed(window);
  },
};
