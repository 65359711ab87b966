import type { NodeViewConstructor } from '@milkdown/kit/prose/view';
import { mount, unmount, type Component } from 'svelte';
import { BlockState } from '$features/body/blocks/BlockState.svelte';

/** What a block's component may ask of its surroundings. */
export interface BlockHost {
  /** The address in the window of a picture of the archive. */
  pictureUrl: (ref: string) => string;
  /** Direction of the edition, for fields that are empty. */
  direction: () => 'ltr' | 'rtl';
}

export interface BlockProps {
  block: BlockState;
  host: BlockHost;
}

/** Shows a figure or video with a Svelte component, its fields outside of ProseMirror's hands. */
export function blockView(component: Component<BlockProps>, host: BlockHost): NodeViewConstructor {
  return (node, view, position) => {
    const dom = document.createElement('div');
    dom.className = 'block';
    const block = new BlockState(node, view, position);
    const mounted = mount(component, { target: dom, props: { block, host } });
    return {
      dom,
      update: (next) => {
        if (next.type !== node.type) return false;
        block.show(next);
        return true;
      },
      selectNode: () => (block.selected = true),
      deselectNode: () => (block.selected = false),
      stopEvent: (event) =>
        event.target instanceof Element && Boolean(event.target.closest('input,textarea,button')),
      ignoreMutation: () => true,
      destroy: () => void unmount(mounted),
    };
  };
}
