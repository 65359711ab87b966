import type { Node } from '@milkdown/kit/prose/model';
import type { NodeViewConstructor } from '@milkdown/kit/prose/view';

/**
 * Shows a list item; one of a task list gets a real box to tick, which a screen
 * reader and the keyboard reach too.
 */
export function taskItem(label: () => string): NodeViewConstructor {
  return (node, view, position) => {
    const dom = document.createElement('li');
    if (node.attrs.checked === null) return { dom, contentDOM: dom, update: (next) => isPlain(next) };
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.contentEditable = 'false';
    box.ariaLabel = label();
    const contentDOM = document.createElement('div');
    dom.className = 'task';
    dom.append(box, contentDOM);
    const show = (item: Node) => {
      box.checked = Boolean(item.attrs.checked);
      box.disabled = !view.editable;
      dom.dataset.checked = String(box.checked);
    };
    show(node);
    box.addEventListener('change', () => {
      const at = position();
      if (at !== undefined) view.dispatch(view.state.tr.setNodeAttribute(at, 'checked', box.checked));
    });
    // A press ticks and leaves the caret in the text.
    box.addEventListener('mousedown', (event) => event.preventDefault());
    return {
      dom,
      contentDOM,
      stopEvent: (event) => event.target === box,
      ignoreMutation: (change) => change.target === dom || change.target === box,
      update: (next) => {
        if (next.type !== node.type || isPlain(next)) return false;
        show(next);
        return true;
      },
    };
  };
}

function isPlain(node: Node): boolean {
  return node.type.name === 'list_item' && node.attrs.checked === null;
}
