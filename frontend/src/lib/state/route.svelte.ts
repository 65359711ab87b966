// Where in the window we are. It is kept in the address after #, so that a reload
// stays where it was and the mouse's back button works.

/** Views that are about one edition. */
export const editionViewNames = ['edition', 'translate'] as const;
export type EditionViewName = (typeof editionViewNames)[number];

/** Views that stand in the navigation. */
export const placeNames = [
  'work',
  'stories',
  'coverage',
  'review',
  'names',
  'terms',
  'publish',
  'settings',
] as const;
export type PlaceName = (typeof placeNames)[number];

export type ViewName = PlaceName | EditionViewName;
export const viewNames: readonly ViewName[] = [...placeNames, ...editionViewNames];

/** Whether a view is about one edition. */
export function ofEdition(view: ViewName): view is EditionViewName {
  return editionViewNames.some((name) => name === view);
}

export interface Place {
  view: ViewName;
  id: string; // of an edition; "" elsewhere
}

const home: Place = { view: 'work', id: '' };

/** Reads "#/edition/0123"; anything unknown is the opening view. */
export function readHash(hash: string): Place {
  const [view = '', id = ''] = hash.replace(/^#\/?/, '').split('/');
  const known = viewNames.find((name) => name === view);
  if (!known || (ofEdition(known) && id === '')) return home;
  return { view: known, id: decodeURIComponent(id) };
}

/** The address of a place: "#/edition/0123". */
export function hashOf(view: ViewName, id = ''): string {
  return id === '' ? `#/${view}` : `#/${view}/${encodeURIComponent(id)}`;
}

export class Route {
  #place = $state.raw<Place>(home);

  /** Follows the address of the window until the returned function is called. */
  follow(): () => void {
    const read = () => (this.#place = readHash(location.hash));
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }

  get view(): ViewName {
    return this.#place.view;
  }

  /** The edition that is open; "" where none is. */
  get id(): string {
    return this.#place.id;
  }

  /** Goes to a place without a step that the way back would stop at. */
  replace(view: ViewName, id = ''): void {
    this.#place = { view, id };
    history.replaceState(history.state, '', hashOf(view, id));
  }

  go(view: ViewName, id = ''): void {
    this.#place = { view, id };
    location.hash = hashOf(view, id);
  }
}
