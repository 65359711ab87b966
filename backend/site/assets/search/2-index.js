// The index: files of words and of months, each loaded once, when it is needed. They are
// scripts, since a browser that reads the site from a disk loads nothing else.
const shards = 64; // wordShards of the program
const form = document.getElementById('search');
const arrived = new Map();
const loading = new Map();

window.khabarIndex = (name, content) => arrived.set(name, content);

function load(name) {
  if (!loading.has(name)) {
    loading.set(name, new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = form.dataset.index + name + '.js';
      script.onload = () => resolve(arrived.get(name));
      script.onerror = () => {
        loading.delete(name);
        script.remove();
        reject(new Error(name));
      };
      document.head.append(script);
    }));
  }
  return loading.get(name);
}

function shardOf(key) {
  const [first, second] = Array.from(key);
  const n = (first.codePointAt(0) * 31 + (second ? second.codePointAt(0) : 0)) % shards;
  return 'w' + n.toString(16).padStart(2, '0');
}

/* Where words that begin with the key stand: month → keys of articles. A single letter is a word of its own. */
async function placesOf(key) {
  const words = await load(shardOf(key));
  const found = new Map();
  for (const word of Object.keys(words)) {
    if (word !== key && (Array.from(key).length < 2 || !word.startsWith(key))) continue;
    const places = words[word];
    for (let i = 0; i < places.length; i += 2) {
      const month = found.get(places[i]) || found.set(places[i], new Set()).get(places[i]);
      for (let at = 0; at < places[i + 1].length; at += 4) month.add(places[i + 1].slice(at, at + 4));
    }
  }
  return found;
}

/* Where all keys stand, newest month first. */
async function placesOfAll(keys) {
  const [first, ...others] = await Promise.all(keys.map(placesOf));
  const months = [];
  for (const [month, all] of first) {
    const kept = [...all].filter((key) => others.every((o) => o.has(month) && o.get(month).has(key)));
    if (kept.length) months.push([month, new Set(kept)]);
  }
  return months.sort(([a], [b]) => (a < b ? 1 : -1));
}
