// Copying and sharing the page's address.
if (toast) share();

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
