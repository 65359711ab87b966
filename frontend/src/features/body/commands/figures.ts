import type { Command } from '@milkdown/kit/prose/state';
import { insertBlock, nodeType } from '$features/body/commands/blocks';
import { writeCaption, type Caption } from '$features/body/schema/caption';

/** Puts a picture of the archive into the text, as a figure. */
export function insertFigure(src: string): Command {
  return insertBlock((state) => nodeType(state, 'figure').create({ src }));
}

/** Puts a video by reference into the text: its address, its title, and what stands under it. */
export function insertVideo(src: string, alt: string, caption: Caption): Command {
  return insertBlock((state) => nodeType(state, 'video').create({ src, alt, title: writeCaption(caption) }));
}
