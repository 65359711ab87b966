// Pictures of a gallery, one at a time: by press, swipe and arrow keys. Without a script the
// gallery is a list with all captions.
const viewer = byId('viewer');
if (viewer && viewer.showModal) openGalleries();

function openGalleries() {
  const rtl = document.documentElement.dir === 'rtl';
  const stage = byId('viewer-stage');
  const count = (n) => n.toLocaleString(document.documentElement.lang);
  let figures = [];
  let at = 0;

  function show(n) {
    at = (n + figures.length) % figures.length;
    const image = figures[at].querySelector('img').cloneNode();
    image.removeAttribute('loading');
    image.sizes = '100vw';
    byId('viewer-picture').replaceChildren(image);
    const caption = figures[at].querySelector('figcaption');
    byId('viewer-caption').replaceChildren(...(caption ? caption.cloneNode(true).childNodes : []));
    byId('viewer-count').textContent = count(at + 1) + ' / ' + count(figures.length);
  }

  for (const gallery of document.querySelectorAll('.gallery')) {
    const own = [...gallery.querySelectorAll('figure')].filter((f) => f.querySelector('img'));
    own.forEach((figure, n) => {
      const image = figure.querySelector('img');
      const press = button('', () => {
        figures = own;
        show(n);
        viewer.showModal();
      }, 'zoom');
      press.setAttribute('aria-label', image.alt ? viewer.dataset.open + ': ' + image.alt : viewer.dataset.open);
      image.replaceWith(press);
      press.append(image);
    });
  }

  byId('viewer-next').addEventListener('click', () => show(at + 1));
  byId('viewer-previous').addEventListener('click', () => show(at - 1));
  byId('viewer-close').addEventListener('click', () => viewer.close());
  viewer.addEventListener('keydown', (e) => {
    const forward = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[e.key];
    if (forward) show(at + forward);
  });
  // A browser gives the focus back to the picture that was pressed.
  viewer.addEventListener('close', () => { if (document.fullscreenElement) document.exitFullscreen(); });

  const full = byId('viewer-full');
  full.hidden = !document.fullscreenEnabled;
  full.addEventListener('click', () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else stage.requestFullscreen().catch(() => {});
  });

  let from = null;
  stage.addEventListener('pointerdown', (e) => { from = e.target.closest('button') ? null : e.clientX; });
  stage.addEventListener('pointerup', (e) => {
    const moved = from === null ? 0 : e.clientX - from;
    if (Math.abs(moved) > 40) show(at + ((moved < 0) === rtl ? -1 : 1));
    from = null;
  });
}
