// What pages gain where scripts run. Every page is complete without it. What is kept stays in
// this browser; nothing is sent anywhere. These files are joined into one when the site is made.
const root = document.documentElement.dataset.root || '';
const byId = (id) => document.getElementById(id);
// Two sites in two folders of one address keep two lists.
const place = new URL(root || '.', location.href).pathname;

function button(text, run, name) {
  const b = Object.assign(document.createElement('button'), { type: 'button', textContent: text, className: name });
  b.addEventListener('click', run);
  return b;
}
