import { describe, expect, it, vi } from 'vitest';
import { BackendError } from '$lib/backend/errors';
import type { Across, AcrossPlan, AcrossStep } from '$lib/backend/types';
import { Planning } from './Planning.svelte';

const step = (patch: Partial<AcrossStep>): AcrossStep => ({
  story: 's',
  edition: 's.en',
  lang: 'en',
  headline: 'Head',
  live: 'live',
  does: [],
  left: [],
  stays: '',
  blocked: null,
  passages: [],
  places: 0,
  ...patch,
});
const doing = <Code extends string>(code: Code) => ({ code, text: '', count: 0, time: '' });

/** A backend that withdraws what is live and lacks notices that are not given. */
function door() {
  return {
    planAcross: vi.fn(async ({ notices }: Across): Promise<AcrossPlan> => {
      const left = notices.en ? [] : [doing('notice' as const)];
      const steps = [
        step({ does: [doing('withdraw')], left }),
        step({ edition: 's.fa', lang: 'fa', stays: 'draft' }),
      ];
      return { mark: JSON.stringify(notices), done: false, steps };
    }),
    runAcross: vi.fn(async (_: Across, mark: string): Promise<AcrossPlan> => ({
      mark,
      done: true,
      steps: [step({ does: [doing('withdraw')] })],
    })),
    acrossPictures: vi.fn(async () => [{ hash: 'aa', editions: 2, lead: false, stories: ['t', 's'] }]),
    names: vi.fn(async () => []),
  };
}

describe('an act on all editions', () => {
  it('shows the plan before anything is done, and carries out the one in sight', async () => {
    const backend = door();
    const planning = new Planning(backend, 'withdraw', ['s']);
    expect(planning.ready).toBe(false);
    await planning.open();
    expect(planning.ready).toBe(true);
    expect(planning.editions).toBe(1);
    expect(planning.told).toEqual(['en']);
    expect(await planning.run()).toBe(true);
    expect(backend.runAcross).toHaveBeenCalledExactlyOnceWith(planning.question, '{}');
    expect(planning.done).toBe(true);
    expect(planning.ready).toBe(false);
  });

  it('cannot be confirmed while the plan is older than what is asked for', async () => {
    vi.useFakeTimers();
    const backend = door();
    const planning = new Planning(backend, 'withdraw', ['s']);
    await planning.open();
    planning.ask({ notices: { en: 'W' } });
    planning.ask({ notices: { en: 'Withdrawn.' } });
    expect(planning.ready).toBe(false);
    expect(await planning.run()).toBe(false);
    await vi.runAllTimersAsync();
    expect(backend.planAcross).toHaveBeenCalledTimes(2);
    expect(planning.ready).toBe(true);
    expect(planning.plan?.steps[0]?.left).toEqual([]);
    vi.useRealTimers();
  });

  it('shows the new plan where the editions have changed', async () => {
    const backend = door();
    const planning = new Planning(backend, 'withdraw', ['s']);
    await planning.open();
    const changed = new BackendError({ code: 'conflict', message: 'across.changed', params: {} });
    backend.runAcross.mockRejectedValueOnce(changed);
    expect(await planning.run()).toBe(false);
    expect(planning.problem).toBe(changed);
    expect(planning.done).toBe(false);
    expect(planning.ready).toBe(true);
    expect(backend.planAcross).toHaveBeenCalledTimes(2);
  });

  it('asks which name before it plans', async () => {
    const backend = door();
    const planning = new Planning(backend, 'name', ['s']);
    await planning.open();
    expect(planning.complete).toBe(false);
    expect(backend.planAcross).not.toHaveBeenCalled();
    planning.ask({ spellings: ['Karim'] });
    await planning.show();
    expect(planning.plan?.steps).toHaveLength(2);
    expect(planning.worded).toEqual(['en', 'fa']);
  });

  it('takes the only picture', async () => {
    const planning = new Planning(door(), 'picture', ['s']);
    await planning.open();
    expect(planning.question.old).toBe('aa');
    expect(planning.plan).toBeDefined();
  });

  it('removes nothing while it waits for the picture that comes', async () => {
    const planning = new Planning(door(), 'picture', ['s']);
    await planning.open();
    planning.replacing = true;
    await planning.show();
    expect([planning.plan, planning.ready]).toEqual([undefined, false]);
    planning.ask({ new: 'media/bb.png' });
    await planning.show();
    expect(planning.ready).toBe(true);
    planning.close();
  });

  it('goes for all stories that show the picture where that is wanted', async () => {
    const planning = new Planning(door(), 'picture', ['s']);
    await planning.open();
    expect(planning.elsewhere).toEqual(['t']);
    planning.widen(true);
    expect(planning.question.stories).toEqual(['s', 't']);
    planning.choosePicture('bb');
    expect([planning.question.stories, planning.elsewhere]).toEqual([['s'], []]);
    planning.close();
  });
});
