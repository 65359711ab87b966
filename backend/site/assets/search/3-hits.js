// The search page: what is typed, and what is found.
const step = 20; // hits shown at once
const field = document.getElementById('search-words');
const says = document.getElementById('search-says');
const hits = document.getElementById('search-hits');
const root = document.documentElement.dataset.root || '';
let asked = 0; // the newest question: what comes for an older one is dropped

function tell(text) {
  says.textContent = text;
  says.hidden = !text;
}

async function search() {
  const mine = ++asked;
  const keys = [...new Set(keysOf(field.value))];
  remember();
  try {
    const months = keys.length ? await placesOfAll(keys) : [];
    if (mine !== asked) return;
    if (!months.length) hits.replaceChildren();
    tell(!keys.length ? says.dataset.empty : months.length ? '' : says.dataset.none);
    if (months.length) await show(months, keys, mine);
  } catch {
    if (mine === asked) tell(says.dataset.failed);
  }
}

/* Shows the next hits of months, which it takes from the list. */
async function show(months, keys, mine, shown = []) {
  const rows = [];
  while (months.length && rows.length < step) {
    const [month, found] = months.shift();
    const all = await load('m' + month);
    if (mine !== asked) return;
    rows.push(...all.filter(([key]) => found.has(key)));
  }
  const items = rows.map((row) => item(row, keys));
  hits.replaceChildren(...shown, ...items);
  if (shown.length && items.length) items[0].querySelector('a').focus();
  if (months.length) hits.append(more(() => show(months, keys, mine, [...shown, ...items])));
}

function more(run) {
  const li = document.createElement('li');
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'tool', textContent: says.dataset.more });
  button.addEventListener('click', () => run().catch(() => tell(says.dataset.failed)));
  li.append(button);
  return li;
}

function item([, path, headline, date, section], keys) {
  const li = document.createElement('li');
  const a = document.createElement('a');
  a.href = root + path.split('/').map(encodeURIComponent).join('/');
  a.append(...marked(headline, keys));
  const facts = Object.assign(document.createElement('span'), { className: 'meta', textContent: section ? section + ' · ' + date : date });
  li.append(a, facts);
  return li;
}

/* The headline with what was looked for marked, whole words at a time: letters that join stay joined. */
function marked(text, keys) {
  const parts = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(wordPattern)) {
    const own = [fold(word), ...keysOf(word)];
    if (!keys.some((key) => own.some((w) => w === key || (Array.from(key).length > 1 && w.startsWith(key))))) continue;
    parts.push(text.slice(end, index), Object.assign(document.createElement('mark'), { textContent: word }));
    end = index + word.length;
  }
  return [...parts, text.slice(end)];
}

function remember() {
  try {
    const words = field.value.trim();
    history.replaceState(null, '', words ? '?q=' + encodeURIComponent(words) : location.pathname);
  } catch {
    // A page on a disk has no address to keep it in.
  }
}

let pause;
field.addEventListener('input', () => {
  clearTimeout(pause);
  pause = setTimeout(search, 200);
});
form.addEventListener('submit', (e) => {
  e.preventDefault();
  clearTimeout(pause);
  search();
});
document.addEventListener('keydown', (e) => {
  const stops = [field, ...hits.querySelectorAll('a')];
  const at = stops.indexOf(document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[e.key];
  if (at < 0 || next === undefined || !stops[next]) return;
  e.preventDefault();
  stops[next].focus();
});
form.hidden = false;
field.value = new URLSearchParams(location.search).get('q') || '';
search();
if (!field.value) field.focus();
