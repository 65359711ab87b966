// What is said about a press, with a way back.
const toast = byId('toast');
const dialog = byId('reading');
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
