// Text size and colours. The head of each page has set what was chosen before anything is
// drawn; here they are chosen.
const look = byId('look');
if (look) chooseLook(look);

function chooseLook(menu) {
  menu.hidden = false;
  for (const input of menu.querySelectorAll('input')) {
    const name = input.name.slice('look-'.length);
    input.checked = input.value === (document.documentElement.dataset[name] || '');
    input.addEventListener('change', () => {
      if (input.value) document.documentElement.dataset[name] = input.value;
      else delete document.documentElement.dataset[name];
      try {
        localStorage.setItem('khabar.' + name, input.value);
      } catch {
        // A browser that keeps nothing has it for this page.
      }
    });
  }
}
