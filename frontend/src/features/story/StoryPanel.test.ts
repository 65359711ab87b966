import { cleanup, render } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { makeFake } from '$lib/backend/fake';
import { Company } from './Company.svelte';
import { StoryCard } from './StoryCard.svelte';
import StoryPanel from './StoryPanel.svelte';

afterEach(cleanup);

// What arrives late must not push what somebody is about to press from under the pointer.
it('shows related editions below everything that can be pressed', async () => {
  const fake = makeFake({ stories: 3 });
  const [edition] = fake.data.editions.values();
  if (!edition) throw new Error('no edition');
  const company = new Company(fake, edition.id, edition.story);
  render(StoryPanel, {
    card: new StoryCard(fake, await fake.story(edition.story)),
    terms: await fake.terms(),
    lang: edition.lang,
    address: String,
    choose: vi.fn(),
    add: vi.fn(),
    oncreatetag: vi.fn(),
    company,
    onopen: vi.fn(),
    onacross: vi.fn(),
    onremove: vi.fn(),
  });
  company.related = [{ id: `${edition.id}-other`, headline: 'Rain', live: 'live', updated: '', tags: [] }];
  await expect.poll(() => document.querySelector('[data-related]')).not.toBeNull();
  const fields = [...document.querySelectorAll('[data-related], [data-act], [data-field]')];
  expect(fields.at(-1)?.matches('[data-related]')).toBe(true);
});
