// The reader's own language, and the menus of the bar.
markLanguage();

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
for (const menu of document.querySelectorAll('.bar details')) {
  document.addEventListener('click', (e) => { if (!menu.contains(e.target)) menu.open = false; });
  document.addEventListener('keydown', (e) => {
    if (e.key === 'Escape' && menu.open) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
}
