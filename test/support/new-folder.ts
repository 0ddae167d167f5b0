import { onTestFinished } from 'vitest';
import { temporaryFolder } from './process.ts';

/** A folder for this test alone. */
export function newFolder(): string {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  return path;
}
