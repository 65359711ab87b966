// An editor's day, in Persian: from the queue in the morning to a story that is withdrawn in
// every language, with a look into the published folder after each step. The clock is set.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';

import { act, ask, begin, BODY, opened, panel, publish, translating, writeBody } from '../harness/desk.mjs';
import { path } from '../harness/paths.mjs';
import { step } from '../harness/steps.mjs';
import { filesWith } from '../harness/tree.mjs';
import { Window } from '../harness/window.mjs';

const HEADLINE = 'راه جلال‌آباد بسته است';
const ENGLISH = 'The road to Jalalabad is closed';
const BLOCKS = ['باران در کابل بارید.', 'راه جلال‌آباد بسته است.', 'هیچ‌کس آسیب ندید.'];
const NOW = 'راه جلال‌آباد تا شام بسته است.'; // what the writer made of the second block
const SUGGESTED = ['کسی آسیب ندید.', 'باران سخت در کابل بارید.']; // for the third, and for the first
const MONTHS = ['حمل', 'ثور', 'جوزا', 'سرطان', 'اسد', 'سنبله', 'میزان', 'عقرب', 'قوس', 'جدی', 'دلو', 'حوت'];
const EVERYWHERE = '[data-list=across]';
let window, folder, id, english, other, due;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khabar-editor-'));
  window = await Window.open({ binary: path.shifted, lang: 'fa_AF.UTF-8', env: { TZ: 'UTC' } });
  await begin(window, { name: 'مریم احمدی' });
  await archive();
});
after(async () => {
  await window?.close();
  await rm(folder, { recursive: true, force: true });
});

/** What others have done before the editor comes. */
async function archive() {
  const site = await ask(window, 'Site');
  await ask(window, 'ChangeSite', site, { ...site, timeZone: 'Asia/Kabul', address: 'https://news.example/' });
  await ask(window, 'SaveDestination', { id: '', kind: 'folder', name: 'USB stick', path: folder, published: '', missing: false });
  const first = await ask(window, 'CreateStory', 'fa');
  id = first.id;
  await save(id, HEADLINE, BLOCKS);
  await approve(id);
  await save(id, HEADLINE, BLOCKS.with(1, NOW));
  await ask(window, 'Submit', id);
  const second = await ask(window, 'CreateEdition', first.story, 'en');
  english = second.id;
  await save(english, ENGLISH, ['Rain fell on Kabul.', 'The road to Jalalabad is closed until the evening.', 'Nobody was hurt.']);
  await approve(english);
  await ask(window, 'Publish', english);
  const third = await ask(window, 'CreateStory', 'fa');
  other = third.id;
  await save(other, 'خبر دیگر', ['متن دیگر.']);
  await ask(window, 'Submit', other);
}

async function save(edition, headline, blocks) {
  const value = await ask(window, 'Edition', edition);
  await ask(window, 'Save', edition, value.heads, { ...value.text, headline, body: blocks.join('\n\n') });
}

async function approve(edition) {
  const value = await ask(window, 'Edition', edition);
  await ask(window, 'Approve', edition, value.heads[0]);
}

const chosen = (edition) => window.find(`[data-queued="${edition}"][aria-selected=true]`);
const PAGE = { fa: 'fa/راه-جلال-آباد-بسته-است.html', en: 'en/the-road-to-jalalabad-is-closed.html' };
const page = (lang) => readFile(join(folder, PAGE[lang]), 'utf8');
/** Pages and feeds that list the story in a language. */
const lists = async (lang) => (await filesWith(folder, { fa: HEADLINE, en: ENGLISH }[lang])).filter((file) => !Object.values(PAGE).includes(file));

/** Carries out the act on all editions that is planned, with what readers of each are told. */
async function everywhere(notices) {
  for (const [lang, notice] of Object.entries(notices)) await window.fill(`[data-field=notice-${lang}]`, notice);
  for (const lang of Object.keys(notices)) await window.gone(`${EVERYWHERE} [data-edition$=".${lang}"] :is([data-left=notice], [data-left=untold])`);
  await window.click('[data-act=across-run]:not([disabled])');
  await window.find(`${EVERYWHERE}[data-done=true]`);
  await window.press('Escape');
  await window.gone(EVERYWHERE);
}

step('the queue is walked by keyboard, and shows what changed since the last approval', async () => {
  await window.press('Alt+4');
  await chosen(id);
  await window.press('j');
  await chosen(other);
  await window.press('k');
  await chosen(id);
  await window.shows('[data-panel=review-text] ins', 'تا شام');
});

step('she comments on a block, suggests other words for another, and returns it with a note', async () => {
  await window.press('Enter');
  await choose(1);
  await window.press('c');
  await window.until(() => document.activeElement.matches('[data-field=comment]'));
  await window.keys('تا کدام ساعت؟');
  await window.press('Control+Enter');
  await window.shows('[data-thread] .words', 'تا کدام ساعت؟');
  for (const [block, words] of [[2, SUGGESTED[0]], [0, SUGGESTED[1]]]) {
    await choose(block);
    await window.press('s');
    await window.until(() => document.activeElement.matches('[data-field=suggestion]'));
    await window.press('Control+a');
    await window.keys(words);
    await window.press('Control+Enter');
    await window.shows('[data-thread] .suggestion', words.split(' ')[0]);
  }
  await window.press('r');
  await window.until(() => document.activeElement.matches('[data-field=act-words]'));
  await window.keys('ساعت را بنویس.');
  await window.press('Control+Enter');
  await chosen(other);
});

/** Goes to a block of the text under review with the arrow keys. */
async function choose(block) {
  await window.until(() => document.activeElement.matches('[data-block]')); // where the last comment led back to
  for (;;) {
    const at = await window.run(() => Number(document.activeElement.dataset.block));
    if (at === block) return;
    await window.press(at < block ? 'ArrowDown' : 'ArrowUp');
    await window.until((at) => Number(document.activeElement.dataset.block) !== at, at);
  }
}

step('the writer finds the note in her work, accepts one suggestion, declines the other, answers and resubmits', async () => {
  await window.press('Alt+1');
  await window.shows('[data-view=work] .note', 'ساعت را بنویس.');
  await window.click(`[data-row][data-edition="${id}"]`);
  await opened(window, 'fa');
  await window.shows('.notices', 'ساعت را بنویس.');
  await panel(window, 'comments');
  await window.shows('.suggestion ins', 'باران سخت'.split(' ')[1]);
  await window.click('[data-thread]:has(.suggestion) [data-act=accept-suggestion]');
  await window.shows(BODY, SUGGESTED[1]);
  await window.click('[data-act=decline-suggestion]');
  await window.gone('[data-act=decline-suggestion]');
  await window.click('[data-act=reply]');
  await window.type('[data-field=reply]', 'تا ساعت شش.');
  await window.press('Control+Enter');
  await window.shows('.reply', 'تا ساعت شش.');
  await window.click('[data-act=resolve-comment]');
  await window.gone('[data-thread]');
  await window.press('Control+Shift+Enter');
  await window.find('header [data-state=submitted]');
});

step('she approves it, and schedules it in the Persian calendar, with the newsroom’s time beside her own', async () => {
  await window.press('Alt+4');
  await chosen(other); // has waited longer by now
  await window.press('j');
  await chosen(id);
  await window.shows('[data-panel=review-text] ins', 'سخت');
  await window.press('Control+Enter');
  await chosen(other);
  await window.click('[data-field=review-step] label:nth-of-type(2)'); // what is approved
  await chosen(id);
  await window.find('[data-act=decide-schedule]');
  await window.press('d');
  await window.click('[data-act=quick-morning]');
  const tomorrow = new Date(Date.now() + 86_400_000);
  due = new Date(Date.UTC(tomorrow.getUTCFullYear(), tomorrow.getUTCMonth(), tomorrow.getUTCDate(), 6));
  const [month, day] = ['month', 'day'].map((part) => Number(new Intl.DateTimeFormat('en-u-ca-persian', { [part]: 'numeric', timeZone: 'UTC' }).format(due)));
  const said = await window.text('[data-panel=chosen-time]');
  for (const words of [`${day.toLocaleString('fa')} ${MONTHS[month - 1]}`, 'UTC', '۰۶:۰۰', 'Asia/Kabul', '۱۰:۳۰']) assert.ok(said.includes(words), `${said}: ${words}`);
  await window.click('[data-act=confirm-schedule]');
  await window.gone('[data-panel=chosen-time]');
});

step('before its time the folder has the English page, and nothing of the Persian one', async () => {
  assert.equal(await publish(window), 'done');
  assert.deepEqual(await filesWith(folder, HEADLINE), []);
  assert.ok((await page('en')).includes('until the evening'));
  for (const list of ['en/feed.xml', 'en/index.html']) assert.ok((await lists('en')).includes(list), list);
});

step('it goes live when it is due, before her eyes, and into the folder', async () => {
  await window.go(`#/edition/${id}`);
  await window.find('header [data-state=scheduled]');
  await window.setClock(new Date(due.getTime() - 1000));
  await approve(other); // whatever happens has the program look at its clock
  await window.find('header [data-state=live]');
  assert.equal(await publish(window), 'done');
  assert.ok((await page('fa')).includes(SUGGESTED[1]));
  for (const list of ['fa/feed.xml', 'fa/index.html']) assert.ok((await lists('fa')).includes(list), list);
  assert.match(await page('en'), /hreflang="?fa/);
});

step('an error is corrected in both languages at once', async () => {
  await window.go(`#/edition/${id}`);
  await opened(window, 'fa');
  await writeBody(window, ' این از دیروز است.');
  await window.press('Control+s');
  await window.find('header [data-state=drafting]');
  await act(window, 'approve', 'approved');
  await window.click('[data-act=open-edition][lang=en]');
  await opened(window, 'en');
  await window.press('Alt+t');
  await translating(window, 'en');
  for (const [place, words] of [[0, 'Heavy rain fell on Kabul yesterday.'], [2, 'Nobody was hurt. This was yesterday.']]) {
    await window.press('F8');
    await window.until((place) => document.activeElement?.closest('[data-place]')?.dataset.place === place, String(place));
    await window.press('Control+a');
    await window.keys(words);
    await window.press('Control+Enter');
  }
  await window.gone('[data-standing=stale]');
  await act(window, 'approve', 'approved');
  await everywhereByPalette('تصحیح در همه');
  await everywhere({ fa: 'روز نادرست بود.', en: 'The day was wrong.' });
  assert.equal(await publish(window), 'done');
  for (const [lang, words, notice] of [['fa', 'این از دیروز است.', 'روز نادرست بود.'], ['en', 'on Kabul yesterday', 'The day was wrong.']]) {
    const text = await page(lang);
    assert.ok(text.includes(words) && text.includes(notice), lang);
    assert.ok((await lists(lang)).includes(`${lang}/feed.xml`));
  }
});

step('the story is withdrawn everywhere: a notice stands in its place, and no list has it', async () => {
  await window.go(`#/edition/${id}`);
  await opened(window, 'fa');
  await everywhereByPalette('پس گرفتن در همه زبان‌ها');
  await everywhere({ fa: 'این گزارش نادرست بود.', en: 'We got this wrong.' });
  await window.find('header [data-state=withdrawn]');
  assert.equal(await publish(window), 'done');
  for (const [lang, words, notice] of [['fa', 'باران', 'این گزارش نادرست بود.'], ['en', 'Rain fell', 'We got this wrong.']]) {
    const text = await page(lang);
    assert.ok(text.includes(notice) && !text.includes(words), lang);
    assert.deepEqual(await lists(lang), []);
  }
});

async function everywhereByPalette(words) {
  await window.press('Control+k');
  await window.type('[data-field=palette]', words);
  await window.until((words) => document.querySelector('[role=option][aria-selected=true]')?.innerText.includes(words), words);
  await window.press('Enter');
  await window.find(EVERYWHERE);
}
