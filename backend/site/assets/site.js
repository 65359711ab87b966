// What pages gain where scripts run: the reading list, copying and sharing a link, and
// a mark on the reader's own language. Every page is complete without it. The reading
// list stays in this browser; nothing is sent anywhere.
(function () {
  'use strict';

  const root = document.documentElement.dataset.root || '';
  const byId = (id) => document.getElementById(id);

  markLanguage();
  const toast = byId('toast');
  if (!toast) return;

  // Two sites in two folders of one address keep two lists.
  const store = 'khabar.reading ' + new URL(root || '.', location.href).pathname;
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

  let hiding;
  function say(text, action, run) {
    clearTimeout(hiding);
    toast.replaceChildren();
    if (!text) return;
    // An open modal dialog makes the rest of the page inert: speak inside it.
    (dialog.open ? dialog : document.body).append(toast);
    toast.append(Object.assign(document.createElement('span'), { textContent: text }));
    if (action) toast.append(button(action, run, ''));
    hiding = setTimeout(() => toast.replaceChildren(), 10000);
  }

  function button(text, run, name) {
    const b = Object.assign(document.createElement('button'), { type: 'button', textContent: text, className: name });
    b.addEventListener('click', run);
    return b;
  }

  const dialog = byId('reading');
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
  share();

  function share() {
    const canonical = document.querySelector('link[rel=canonical]');
    const address = canonical ? canonical.href : location.href;
    const copy = byId('share-copy');
    if (copy && navigator.clipboard) {
      copy.parentElement.hidden = false;
      copy.addEventListener('click', () => navigator.clipboard.writeText(address).then(() => say(toast.dataset.copied), () => {}));
    }
    const native = byId('share-native');
    if (native && navigator.share) {
      native.parentElement.hidden = false;
      native.addEventListener('click', () => navigator.share({ title: document.title, url: address }).catch(() => {}));
    }
    // A site that does not know its address has patterns here. A page that lies on a
    // disk has no address that anybody else could open.
    for (const a of document.querySelectorAll('a[data-share]')) {
      if (!location.protocol.startsWith('http')) break;
      a.href = a.dataset.share.replace('{address}', encodeURIComponent(address));
      a.rel = 'noopener';
      a.parentElement.hidden = false;
    }
  }

  function markLanguage() {
    for (const wanted of navigator.languages || []) {
      const choice = document.querySelector('[data-choice="' + wanted.slice(0, 2).toLowerCase() + '"]');
      if (choice) {
        choice.setAttribute('data-preferred', '');
        return;
      }
    }
  }

  // A menu that stays open over the text is in the way of the reader.
  const menu = document.querySelector('details.languages');
  document.addEventListener('click', (e) => { if (menu && !menu.contains(e.target)) menu.open = false; });
  document.addEventListener('keydown', (e) => {
    if (e.key === 'Escape' && menu && menu.open) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
})();
