// The reading list.
if (toast) readingList();

function readingList() {
  const store = 'khabar.reading ' + place;
  let items = load();

  function load() {
    try {
      const kept = JSON.parse(localStorage.getItem(store) || '[]');
      return Array.isArray(kept) ? kept.filter((i) => i && safePath(i.path)) : [];
    } catch {
      return [];
    }
  }

  function keep() {
    try {
      localStorage.setItem(store, JSON.stringify(items));
    } catch {
      // A browser that keeps nothing still has the list until the page is left.
    }
    show();
  }

  // Only pages of this site, whatever else may have written to the store.
  function safePath(path) {
    return typeof path === 'string' && /^[a-z]{2}\/[^/\\:]+\.html$/.test(path);
  }

  const has = (path) => items.some((i) => i.path === path);

  function add(item) {
    items = [item, ...items];
    keep();
    say(toast.dataset.added);
  }

  function remove(path) {
    const before = items;
    items = items.filter((i) => i.path !== path);
    keep();
    say(toast.dataset.removed, toast.dataset.undo, () => {
      items = before;
      keep();
      say('');
    });
  }

  const list = byId('reading-items');

  function show() {
    byId('reading-count').textContent = items.length ? '(' + items.length.toLocaleString(document.documentElement.lang) + ')' : '';
    byId('reading-empty').hidden = items.length > 0;
    list.replaceChildren(...items.map(row));
    for (const b of document.querySelectorAll('[data-save]')) {
      const saved = has(b.dataset.save);
      b.setAttribute('aria-pressed', String(saved));
      b.querySelector('.label').textContent = saved ? b.dataset.saved : b.dataset.label;
    }
  }

  function row(item) {
    const li = document.createElement('li');
    const words = document.createElement('div');
    const a = document.createElement('a');
    a.href = root + item.path.split('/').map(encodeURIComponent).join('/');
    a.textContent = item.title;
    a.lang = item.lang;
    a.dir = 'auto';
    words.append(a, Object.assign(document.createElement('span'), { className: 'date', textContent: item.date || '' }));
    const drop = button(list.dataset.remove, () => {
      remove(item.path);
      const undo = toast.querySelector('button');
      if (undo) undo.focus();
    }, 'tool');
    drop.setAttribute('aria-label', list.dataset.remove + ': ' + item.title);
    li.append(words, drop);
    return li;
  }

  for (const b of document.querySelectorAll('[data-save]')) {
    b.dataset.label = b.querySelector('.label').textContent;
    b.hidden = false;
    b.addEventListener('click', () => {
      const d = b.dataset;
      if (has(d.save)) remove(d.save);
      else add({ path: d.save, title: d.title, lang: d.lang, date: d.date });
    });
  }

  const open = byId('reading-open');
  if (dialog.showModal) {
    open.hidden = false;
    open.addEventListener('click', () => dialog.showModal());
    byId('reading-close').addEventListener('click', () => dialog.close());
    dialog.addEventListener('click', (e) => { if (e.target === dialog) dialog.close(); });
    dialog.addEventListener('close', () => document.body.append(toast));
  }
  addEventListener('storage', (e) => { if (e.key === store) { items = load(); show(); } });
  show();
}
