import { clamp } from './range';

/**
 * Says of a strip that scrolls sideways how much is out of sight at its ends, for a mask
 * that fades what stands there: `--fade-left` and `--fade-right`, as far as a mask is wide
 * at most. What is cut off at an edge looks broken; what fades goes on.
 */
export function fading(strip: HTMLElement): () => void {
  const measure = () => {
    const hidden = strip.scrollWidth - strip.clientWidth;
    const rtl = getComputedStyle(strip).direction === 'rtl';
    const left = rtl ? hidden + strip.scrollLeft : strip.scrollLeft;
    strip.style.setProperty('--fade-left', `${clamp(left, 0, WIDTH)}px`);
    strip.style.setProperty('--fade-right', `${clamp(hidden - left, 0, WIDTH)}px`);
  };
  const sizes = new ResizeObserver(measure);
  sizes.observe(strip);
  const children = new MutationObserver(measure);
  children.observe(strip, { childList: true });
  strip.addEventListener('scroll', measure, { passive: true });
  return () => {
    sizes.disconnect();
    children.disconnect();
    strip.removeEventListener('scroll', measure);
  };
}

const WIDTH = 32; // pixels
