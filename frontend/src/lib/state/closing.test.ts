// @vitest-environment node
import { expect, test, vi } from 'vitest';
import { Closing } from './closing';

test('everything is done, also where something fails', async () => {
  const closing = new Closing();
  const keep = vi.fn(() => Promise.resolve());
  closing.before(() => Promise.reject(new Error('no')));
  closing.before(() => {
    throw new Error('at once');
  });
  closing.before(keep);
  await closing.run();
  expect(keep).toHaveBeenCalledOnce();
});

test('what was taken back is not done', async () => {
  const closing = new Closing();
  const keep = vi.fn();
  closing.before(keep)();
  await closing.run();
  expect(keep).not.toHaveBeenCalled();
});
