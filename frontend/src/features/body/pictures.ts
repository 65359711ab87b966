import type { EditorView } from '@milkdown/kit/prose/view';
import { nodeType, placeBlocks } from '$features/body/commands/blocks';
import { awaitPicture, placeOfPicture, settlePicture } from '$features/body/plugins/pendingPictures';

/** A picture of the archive, as a figure needs it. */
export interface TakenPicture {
  ref: string;
  width: number;
  height: number;
}

/** Takes one file into the archive; null where it could not be taken and the user has been told. */
export type TakePicture = (file: File) => Promise<TakenPicture | null>;

/**
 * Takes files into the archive and then puts a figure for each, as one step,
 * where they were dropped, wherever that has moved to meanwhile.
 */
export async function takePictures(
  view: EditorView,
  files: File[],
  position: number,
  take: TakePicture,
): Promise<void> {
  const waiting = {};
  view.dispatch(awaitPicture(view.state.tr, waiting, position));
  const taken: TakenPicture[] = [];
  for (const file of files) {
    const picture = await take(file).catch(() => null);
    if (picture) taken.push(picture);
  }
  if (!view.isDestroyed) putFigures(view, waiting, taken);
}

function putFigures(view: EditorView, waiting: object, taken: TakenPicture[]): void {
  const place = placeOfPicture(view.state, waiting);
  const type = nodeType(view.state, 'figure');
  const figures = taken.map(({ ref }) => type.create({ src: ref }));
  const transaction =
    place === null || !figures.length ? view.state.tr : placeBlocks(view.state, place, figures).transaction;
  view.dispatch(settlePicture(transaction, waiting));
}
