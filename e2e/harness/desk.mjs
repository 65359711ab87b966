// What people do at the window, in the words of the newsroom. Each waits until it is done.

export const BODY = '[data-field=body] .ProseMirror';

/** First start: a name, and a newsroom of one's own or the sample. Ends at the list of stories. */
export async function begin(window, { name = 'Maryam Ahmadi', sample = false } = {}) {
  await window.fill('[data-field=name]', name);
  await window.click(sample ? '[data-act=begin-sample]' : '[data-act=begin-new]');
  await window.find('[data-view=work]');
  await goTo(window, 'stories');
}

/** Begins a story in a language and opens its first edition. */
export async function newStory(window, lang) {
  await goTo(window, 'stories');
  await window.click('[data-act=new-story-in]');
  await window.click(`[data-act=new-story-${lang}]`);
  await opened(window, lang);
}

/** Begins the edition of the open story in another language, and leaves its source for the writing table. */
export async function newEdition(window, lang) {
  await beginTranslation(window, lang);
  await window.click('[data-act=open-writing]');
  await opened(window, lang);
}

/** Begins the edition of the open story in another language, beside its source. */
export async function beginTranslation(window, lang) {
  await window.click('[data-act=new-edition]');
  await window.click(`[data-act=new-edition-${lang}]`);
  await translating(window, lang);
}

/** Waits until the edition in a language lies beside its source. */
export async function translating(window, lang) {
  await window.until((lang) => document.querySelector('[data-act=open-edition][aria-current]')?.lang === lang, lang);
  await window.find('[data-panel=rows]');
}

/** Opens an edition of the open story that is there. */
export async function otherEdition(window, lang) {
  await window.click(`[data-act=open-edition][lang=${lang}]`);
  await opened(window, lang);
}

/** Waits until the edition in a language lies on the writing table. */
export async function opened(window, lang) {
  await window.until((lang) => document.querySelector('[data-act=open-edition][aria-current]')?.lang === lang, lang);
  await window.find(BODY);
}

/** Opens the edition of the list whose headline has these words. */
export async function openStory(window, words) {
  await goTo(window, 'stories');
  await window.fill('[data-field=search]', words);
  await window.until((words) => {
    const rows = [...document.querySelectorAll('[data-edition]')];
    const row = rows.find((row) => row.innerText.includes(words));
    row?.click();
    return Boolean(row);
  }, words);
  await window.find(BODY);
}

/** Opens a story of the list by words of its headline; the id of its edition in a language. */
export async function editionOf(window, words, lang) {
  await openStory(window, words);
  return window.run((lang) => document.querySelector(`[data-act=open-edition][lang=${lang}]`).dataset.edition, lang);
}

/** Goes to a view by the navigation. */
export async function goTo(window, view) {
  await window.click(`[data-act=go-${view}]`);
  await window.find(`[data-view=${view}]`);
}

/** Opens the settings of the site. */
export async function siteSettings(window) {
  await goTo(window, 'publish');
  await window.click('[data-act=tab-site]');
  await window.find('[data-field=site-name]');
}

/** Opens what finds anything. */
export async function findAnything(window) {
  await window.press('Control+k');
  await window.find('[data-field=palette]');
}

/** Brings the only destination up to date; gives the outcome that is shown. */
export async function publish(window) {
  await goTo(window, 'publish');
  await window.click('[data-act=tab-destinations]');
  await window.click('[data-act=publish-site]');
  await window.find('.results[data-outcome]');
  return window.run(() => document.querySelector('.results').dataset.outcome);
}

/** Goes on with Tab until something that matches has the keyboard. */
export async function tabTo(window, css, most = 30) {
  for (let n = 0; n < most; n++) {
    if (await window.run((css) => document.activeElement.matches(css), css)) return;
    await window.press('Tab');
  }
  throw new Error(`${most} times Tab do not lead to ${css}`);
}

/** Turns the interface into another language. */
export async function speak(window, lang) {
  await goTo(window, 'settings');
  await window.choose('[data-field=language]', lang);
  await window.until((lang) => document.documentElement.lang === lang, lang);
}

/** Turns the window light or dark. */
export async function wear(window, theme) {
  await goTo(window, 'settings');
  await window.run((theme) => document.querySelector(`[data-field=theme] input[value=${theme}]`).click(), theme);
  await window.until((theme) => document.documentElement.dataset.theme === theme, theme);
}

/** Puts the caret at the end of the body and types. */
export async function writeBody(window, text) {
  await window.click(BODY);
  await window.press('Control+End');
  await window.keys(text);
}

/** Waits until the preview shows a page. */
export function previewed(window) {
  return window.until(() => document.querySelector('iframe[data-sheet=front]')?.contentDocument?.body?.innerText.length > 50);
}

/** Opens one of the side panels: story, history, preview. */
export function panel(window, name) {
  return window.click(`[data-act=tab-${name}]`);
}

/** Waits until words of the open edition's body are on disk. */
export function kept(window, words) {
  return window.until(async (words) => {
    const { edition } = document.querySelector('[data-act=open-edition][aria-current]').dataset;
    return (await globalThis.go.app.App.Edition(edition)).text.body.includes(words);
  }, words);
}

/** Makes a revision of what was typed. */
export async function save(window) {
  await window.press('Control+s');
  await window.find('[data-safety=saved]');
}

/** Does an act of the state bar, with words where it asks for them; `state` comes of it. */
export async function act(window, name, state, words) {
  await window.find('header [data-state]');
  const direct = await window.run((name) => document.querySelector(`header [data-act=${name}]`)?.checkVisibility(), name);
  if (!direct) await window.click('[data-act=more-acts]');
  await window.click(`[data-act=${name}]`);
  if (words !== undefined) {
    await window.fill('[data-field=act-words]', words);
    await window.click(`[data-act=confirm-${name}]`);
    await window.gone('[data-field=act-words]');
  }
  await window.find(`header [data-state=${state}]`);
}

/** The acts that the state bar offers now. */
export function offered(window) {
  return window.run(() => {
    const all = ['submit', 'return', 'approve', 'publish', 'correct', 'withdraw'];
    return all.filter((act) => document.querySelector(`header [data-act=${act}]`));
  });
}

/** Switches a section of the story on by its name. */
export async function chooseSection(window, name) {
  await window.until((name) => {
    const chips = [...document.querySelectorAll('[data-field=sections] [data-term]')];
    const chip = chips.find((chip) => chip.innerText.includes(name));
    chip?.click();
    return Boolean(chip);
  }, name);
  await window.shows('[data-field=sections] [aria-pressed=true]', name);
}

/** Gives the story a tag: by words of it in any language; `name` is what it is called here. */
export async function chooseTag(window, words, name) {
  await window.type('[data-field=tags]', words);
  await window.until((name) => document.querySelector('[role=listbox]:not([hidden]) [aria-selected=true]')?.innerText.includes(name), name);
  await window.press('Enter');
  await window.shows('li [data-term]', name);
}

/** Calls a method of the backend as the window does: { value } or { refusal }, its WireError. */
export async function call(window, method, ...args) {
  try {
    return { value: await window.runAsync((method, args) => globalThis.go.app.App[method](...args), method, args) };
  } catch (refusal) {
    return { refusal: JSON.parse(refusal.message) };
  }
}

/** The same where a refusal would be a fault of the test: gives the value. */
export async function ask(window, method, ...args) {
  const { value, refusal } = await call(window, method, ...args);
  if (refusal) throw new Error(`${method}: ${refusal.message}`);
  return value;
}
