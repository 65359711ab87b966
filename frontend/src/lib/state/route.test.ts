import { afterEach, describe, expect, test } from 'vitest';
import { hashOf, ofEdition, readHash, Route, viewNames } from './route.svelte';

afterEach(() => (location.hash = ''));

describe('the address after #', () => {
  test.each(viewNames)('comes back as it was written: %s', (view) => {
    const id = ofEdition(view) ? 'a/b ت' : '';
    expect(readHash(hashOf(view, id))).toEqual({ view, id });
  });

  test.each(['', '#', '#/nowhere', '#/edition', '#/edition/'])(
    'leads to my work where it says nothing: %s',
    (hash) => {
      expect(readHash(hash)).toEqual({ view: 'work', id: '' });
    },
  );
});

describe('Route', () => {
  test('stays where it was when the window is loaded again', () => {
    const route = new Route();
    route.go('edition', 'one');
    const again = new Route();
    const stop = again.follow();
    expect([again.view, again.id]).toEqual(['edition', 'one']);
    stop();
  });

  test('follows the way back', () => {
    const route = new Route();
    const stop = route.follow();
    route.go('settings');
    location.hash = '#/terms';
    dispatchEvent(new HashChangeEvent('hashchange'));
    expect(route.view).toBe('terms');
    stop();
  });
});
