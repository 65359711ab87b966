import { describe, expect, it, vi } from 'vitest';
import type { Destination, PublishProgress, PublishReport, SiteSettings } from '$lib/backend/types';
import { Publishing } from './Publishing.svelte';
import { SiteForm } from './SiteForm.svelte';

const usb: Destination = {
  id: 'd',
  kind: 'folder',
  name: 'usb',
  path: '/media/usb',
  published: '',
  failed: 0,
  missing: false,
};
const report: PublishReport = {
  destination: 'd',
  total: 3,
  written: 3,
  unchanged: 0,
  removed: 0,
  failed: 0,
  left: 0,
  cancelled: false,
  milliseconds: 1,
  pages: [],
};

function publishing() {
  let progress: (p: PublishProgress) => void = () => undefined;
  const door = {
    destinations: vi.fn(async () => [usb]),
    saveDestination: vi.fn(async (d: Destination) => d),
    removeDestination: vi.fn(async (_: string) => undefined),
    chooseFolder: vi.fn(async () => '/media/usb'),
    publishSite: vi.fn(async (_: string) => report),
    cancelPublish: vi.fn(async (_: string) => undefined),
    openSite: vi.fn(async (_: string) => ''),
    on: vi.fn((_: string, handler: typeof progress) => {
      progress = handler;
      return () => undefined;
    }),
  };
  return {
    door,
    tell: (p: PublishProgress) => progress(p),
    publishing: new Publishing(door as unknown as ConstructorParameters<typeof Publishing>[0]),
  };
}

describe('publishing', () => {
  it('follows the progress, can be stopped, and keeps the report', async () => {
    const { door, tell, publishing: p } = publishing();
    let answer!: (r: PublishReport) => void;
    door.publishSite.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    const running = p.publish('d');
    tell({ destination: 'd', done: 1, total: 3 });
    expect(p.runs.d).toEqual({ done: 1, total: 3, stopping: false });
    await p.stop('d');
    tell({ destination: 'd', done: 2, total: 3 });
    expect(p.runs.d?.stopping).toBe(true);
    answer({ ...report, cancelled: true });
    await running;
    expect(p.runs.d).toBeUndefined();
    expect(p.reports.d?.cancelled).toBe(true);
  });

  it('does not start twice', async () => {
    const { door, publishing: p } = publishing();
    await Promise.all([p.publish('d'), p.publish('d')]);
    expect(door.publishSite).toHaveBeenCalledTimes(1);
  });

  it('says why it failed and can be tried again', async () => {
    const { door, publishing: p } = publishing();
    door.publishSite.mockRejectedValueOnce(new Error('full'));
    await p.publish('d');
    expect(p.problems.d).toBeInstanceOf(Error);
    await p.publish('d');
    expect(p.problems.d).toBeUndefined();
    expect(p.reports.d).toEqual(report);
  });

  it('adds the folder that was chosen, under its own name, and nothing where none was', async () => {
    const { door, publishing: p } = publishing();
    await p.addFolder();
    expect(door.saveDestination).toHaveBeenCalledWith(
      expect.objectContaining({ id: '', name: 'usb', path: '/media/usb' }),
    );
    door.chooseFolder.mockResolvedValueOnce('');
    await p.addFolder();
    expect(door.saveDestination).toHaveBeenCalledTimes(1);
  });
});

describe('the site settings', () => {
  const site: SiteSettings = {
    name: 'A',
    fullName: '',
    agency: '',
    owner: '',
    since: 0,
    address: '',
    timeZone: '',
    calendars: {},
    languages: ['en'],
    follow: [],
    adverts: [],
    about: {},
  };

  function form() {
    let told: () => void = () => undefined;
    const door = {
      site: vi.fn(async () => structuredClone(site)),
      changeSite: vi.fn(async (_before: SiteSettings, after: SiteSettings) => after),
      on: vi.fn((_: string, handler: () => void) => {
        told = handler;
        return () => undefined;
      }),
    };
    return {
      door,
      tell: () => told(),
      form: new SiteForm(door as unknown as ConstructorParameters<typeof SiteForm>[0]),
    };
  }

  it('are written only when saved', async () => {
    const { door, form: f } = form();
    await f.load();
    f.change({ name: 'B' });
    expect([f.changed, door.changeSite.mock.calls.length]).toEqual([true, 0]);
    await f.save();
    expect([f.changed, f.justSaved, f.settings?.name]).toEqual([false, true, 'B']);
  });

  it('keep what was typed while they were saved, and when they changed elsewhere', async () => {
    const { door, tell, form: f } = form();
    await f.load();
    f.change({ name: 'B' });
    tell();
    let answer!: (s: SiteSettings) => void;
    door.changeSite.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    const saving = f.save();
    f.change({ name: 'BC' });
    answer({ ...site, name: 'B' });
    await saving;
    expect([f.settings?.name, f.changed]).toEqual(['BC', true]);
  });

  it('that were refused stay open with the reason', async () => {
    const { door, form: f } = form();
    await f.load();
    f.change({ timeZone: 'Nowhere' });
    door.changeSite.mockRejectedValueOnce(new Error('zone'));
    await f.save();
    expect([f.changed, f.problem]).toEqual([true, expect.any(Error)]);
    f.discard();
    expect([f.changed, f.problem]).toEqual([false, null]);
  });
});
