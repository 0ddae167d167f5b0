import { expect, onTestFinished, test, vi } from 'vitest';
import { Changes } from '../../../src/store/sqlite/changes.ts';

test('what we wrote by another connection is counted at once and once, and what others write within a moment', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let version = 1;
  const changes = new Changes(() => version);
  vi.advanceTimersByTime(1000);
  const first = changes.count();
  version = 2;
  changes.note();
  const ours = changes.count();
  vi.advanceTimersByTime(1000);
  expect([ours, changes.count()]).toEqual([first + 1, first + 1]);
  version = 3;
  vi.advanceTimersByTime(1000);
  expect([changes.count(), changes.count()]).toEqual([first + 2, first + 2]);
});
