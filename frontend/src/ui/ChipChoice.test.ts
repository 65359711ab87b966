import { cleanup, fireEvent, render } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import ChipChoice from './ChipChoice.svelte';

afterEach(cleanup);

const options = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }));

function shown(chosen: string[]) {
  const onchange = vi.fn();
  const { container } = render(ChipChoice, { label: 'Letters', options, chosen, onchange });
  const chips = [...container.querySelectorAll<HTMLButtonElement>('button')];
  const chip = (value: string) => container.querySelector(`[data-term=${value}]`) as HTMLButtonElement;
  return { chips, chip, onchange };
}

test('says what is chosen, and keeps the order of choosing', async () => {
  const { chips, chip, onchange } = shown(['c', 'a']);
  expect(chips.map((each) => each.getAttribute('aria-pressed'))).toEqual(['true', 'false', 'true']);
  await fireEvent.click(chip('b'));
  expect(onchange).toHaveBeenLastCalledWith(['c', 'a', 'b']);
  await fireEvent.click(chip('c'));
  expect(onchange).toHaveBeenLastCalledWith(['a']);
});

test('is one stop of the Tab key; the arrow keys lead through it and round', async () => {
  const { chips, chip } = shown([]);
  expect(chips.filter((each) => each.tabIndex === 0)).toHaveLength(1);
  chip('a').focus();
  await fireEvent.keyDown(chip('a'), { key: 'ArrowLeft' });
  expect(document.activeElement).toBe(chip('c'));
  expect(chips.map((each) => each.tabIndex)).toEqual([-1, -1, 0]);
  await fireEvent.keyDown(chip('c'), { key: 'Home' });
  expect(document.activeElement).toBe(chip('a'));
});
