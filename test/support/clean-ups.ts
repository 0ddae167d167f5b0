import { afterEach } from 'vitest';
import { temporaryFolder } from './process.ts';

/** What is done after each test of the file that imports this, the last first. */
export const cleanUps: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** A folder for this test alone. */
export function newFolder(): string {
  const { path, remove } = temporaryFolder();
  cleanUps.push(remove);
  return path;
}
