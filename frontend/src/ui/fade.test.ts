import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fading } from './fade';

class Sizes {
  static measure = () => {};
  constructor(measure: () => void) {
    Sizes.measure = measure;
  }
  observe() {}
  disconnect() {}
}

beforeEach(() => vi.stubGlobal('ResizeObserver', Sizes));
afterEach(() => vi.unstubAllGlobals());

/** A strip 100 px wide; jsdom lays nothing out, so its sizes are given. */
function strip(direction: 'ltr' | 'rtl', content: number, scrollLeft: number): string[] {
  const node = document.createElement('ul');
  node.style.direction = direction;
  document.body.append(node);
  Object.defineProperties(node, {
    scrollWidth: { value: content },
    clientWidth: { value: 100 },
    scrollLeft: { value: scrollLeft },
  });
  const stop = fading(node);
  Sizes.measure();
  stop();
  node.remove();
  return ['--fade-left', '--fade-right'].map((name) => node.style.getPropertyValue(name));
}

it('fades where there is more, and nowhere else', () => {
  expect(strip('ltr', 100, 0)).toEqual(['0px', '0px']);
  expect(strip('ltr', 300, 0)).toEqual(['0px', '32px']);
  expect(strip('ltr', 300, 200)).toEqual(['32px', '0px']);
  expect(strip('ltr', 300, 190)).toEqual(['32px', '10px']);
});

it('knows that a strip from right to left begins at the right', () => {
  expect(strip('rtl', 300, 0)).toEqual(['32px', '0px']);
  expect(strip('rtl', 300, -200)).toEqual(['0px', '32px']);
});
