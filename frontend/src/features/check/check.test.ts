import { fireEvent, render, within } from '@testing-library/svelte';
import { beforeAll, expect, it, vi } from 'vitest';
import { makeFake } from '$lib/backend/fake';
import type { Finding } from '$lib/backend/types';
import { i18n } from '$lib/i18n';
import { Checks } from './Checks.svelte';
import CheckPanel from './CheckPanel.svelte';
import { checkCodes, sentence, whereabouts } from './sentence';

beforeAll(() => i18n.set('en'));

/** An edition whose second block has a word twice. */
async function looked(body = 'Rain.\n\nThe the river rose and and fell.') {
  const fake = makeFake();
  const { id, heads, text } = await fake.createStory('en');
  await fake.save(id, heads, { ...text, body });
  const checks = new Checks(fake, id);
  await checks.load();
  return { fake, id, checks };
}

const finding = (change: Partial<Finding>): Finding => ({
  check: 'number',
  block: 'b',
  detail: '',
  why: 'other',
  field: '',
  row: '',
  place: 1,
  start: 0,
  end: 2,
  text: '63',
  wanted: '36',
  replace: [],
  blocks: true,
  dismissed: null,
  ...change,
});

it('dismisses a finding with a reason, and takes that back', async () => {
  const { checks } = await looked();
  const [first = finding({})] = checks.open;
  expect(checks.open).toHaveLength(1);
  expect(await checks.dismiss(first, ' ')).toBe(false);
  expect(String(checks.problem)).toContain('check.noReason');
  expect(await checks.dismiss(first, 'Our style')).toBe(true);
  expect([checks.open.length, checks.dismissed[0]?.dismissed?.reason, checks.problem]).toEqual([
    0,
    'Our style',
    null,
  ]);
  await checks.restore(first);
  expect(checks.open).toHaveLength(1);
});

it('looks again a moment after something changed, once for all changes', async () => {
  vi.useFakeTimers();
  const { fake, id, checks } = await looked('One.');
  const asked = vi.spyOn(fake, 'checks');
  fake.emit('edition:changed', { id, story: '' });
  fake.emit('names:changed', null);
  fake.emit('edition:changed', { id: 'another', story: '' });
  await vi.runAllTimersAsync();
  expect(asked).toHaveBeenCalledTimes(1);
  checks.close();
  fake.emit('site:changed', null);
  await vi.runAllTimersAsync();
  expect(asked).toHaveBeenCalledTimes(1);
  vi.useRealTimers();
});

it('says what is the matter and where, for every check', () => {
  expect(sentence(finding({}))).toBe('63 here, 36 in the source');
  expect(sentence(finding({ check: 'space', why: 'double' }))).toBe('Two spaces in a row');
  expect(sentence(finding({ check: 'link', why: 'lost', wanted: 'https://example.org/%D8%AE' }))).toContain(
    '/خ',
  );
  expect(whereabouts(finding({}))).toBe('Paragraph 2');
  expect(whereabouts(finding({ field: 'headline' }))).toBe('Headline');
  expect(whereabouts(finding({ place: -1 }))).toBe('The whole text');
  expect(new Set(checkCodes).size).toBe(checkCodes.length);
});

it('lists what blocks first, leads to a place and writes what should stand there', async () => {
  const { checks } = await looked();
  checks.found = [
    finding({ check: 'word', why: '', blocks: false, replace: ['the'], text: 'the the' }),
    finding({}),
  ];
  const onshow = vi.fn();
  const oncorrect = vi.fn();
  const { container } = render(CheckPanel, { checks, lang: 'en', onshow, oncorrect });
  const cards = [...container.querySelectorAll('[data-check]')];
  expect(cards.map((card) => card.getAttribute('data-check'))).toEqual(['number', 'word']);
  const [place] = container.querySelectorAll('[data-check=number] [data-act=show-finding]');
  if (place) await fireEvent.click(place);
  expect(onshow).toHaveBeenCalledWith(checks.found[1]);
  await fireEvent.click(within(container).getByRole('button', { name: 'the' }));
  expect(oncorrect).toHaveBeenCalledWith(checks.found[0], 'the');
});

it('asks why before it dismisses, and shows what was dismissed behind a switch', async () => {
  const { checks } = await looked();
  const { container } = render(CheckPanel, { checks, lang: 'en', onshow: vi.fn() });
  await fireEvent.click(within(container).getByRole('button', { name: 'Dismiss' }));
  await fireEvent.click(within(container).getByRole('button', { name: 'Our style' }));
  await vi.waitFor(() => expect(container.querySelectorAll('[data-check]')).toHaveLength(0));
  await fireEvent.click(within(container).getByRole('switch'));
  expect(container.querySelector('[data-check]')?.textContent).toContain('Our style');
});
