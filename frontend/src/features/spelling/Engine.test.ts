import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Engine, IDLE } from './Engine';
import type { Answer, Question } from './question';

/** A worker that knows no word; those that were not ended are alive. */
class Pupil {
  static alive = new Set<Pupil>();
  static made = 0;
  onmessage: ((event: { data: Answer }) => void) | undefined;
  constructor() {
    Pupil.alive.add(this);
    Pupil.made++;
  }
  postMessage({ id, question }: { id: number; question: Question }) {
    const words = question.ask === 'unknown' ? question.words : [];
    queueMicrotask(() => this.onmessage?.({ data: { id, words } }));
  }
  terminate = () => void Pupil.alive.delete(this);
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Worker', Pupil);
  Pupil.alive.clear();
  Pupil.made = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('opens the dictionary of a language once, however often it is asked', async () => {
  const engine = new Engine();
  for (let i = 0; i < 100; i++) expect(await engine.unknown('en', ['rian'])).toEqual(['rian']);
  expect(Pupil.made).toBe(1);
});

it('has one dictionary open at a time', async () => {
  const engine = new Engine();
  for (const lang of ['en', 'fa', 'en', 'ps', 'ru'] as const) await engine.unknown(lang, ['a']);
  expect(Pupil.made).toBe(4);
  expect(Pupil.alive.size).toBe(1);
});

it('gives up a dictionary that nobody asks', async () => {
  const engine = new Engine();
  await engine.unknown('en', ['a']);
  vi.advanceTimersByTime(IDLE - 1);
  await engine.suggest('en', 'a');
  vi.advanceTimersByTime(IDLE - 1);
  expect(Pupil.alive.size).toBe(1);
  vi.advanceTimersByTime(1);
  expect(Pupil.alive.size).toBe(0);
  expect(await engine.unknown('en', ['a'])).toEqual(['a']);
});
