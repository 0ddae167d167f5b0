import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes an empty file beside `target`, for our eyes only, to be written whole before it takes that name. */
export function beginAside(target: string): string {
  const path = `${target}.partial-${randomBytes(6).toString('hex')}`;
  closeSync(openSync(path, 'wx', 0o600));
  return path;
}

/** The names of what is begun beside a file of this name. */
export function asideOf(name: string): RegExp {
  return new RegExp(`^${RegExp.escape(name)}\\.partial-[0-9a-f]{12}$`);
}

/** Renames a file that was synced; then the name lasts too. */
export function moveInto(from: string, to: string): void {
  renameSync(from, to);
  syncFile(dirname(to));
}

/** Gives a file that was synced its name, unless another has it, which then keeps it; the name lasts too. */
export function linkInto(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  rmSync(from);
  syncFile(dirname(to));
}

export function syncFile(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
