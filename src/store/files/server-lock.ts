import { closeSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { giveWay } from '../../world/slices.ts';
import { isBusy } from '../sqlite/errors.ts';

/** Longer than a server takes to stop that is told to. */
const patienceMs = 15_000;
const lookMs = 50;

/** Held for as long as its process lives, also by those that are killed: the system lets go of it. */
export interface ServerLock {
  /** From now on a data folder without a database has lost it. */
  noteServed(): void;
  release(): void;
}

/** Throws where another process serves the data folder. Commands do not ask for this lock. */
export function lockForServing(directory: string): ServerLock {
  const file = lockFile(directory);
  closeSync(openSync(file, 'a', 0o600));
  const connection = new SQLite(file, { timeout: 0 });
  try {
    connection.pragma('locking_mode = exclusive');
    connection.pragma('journal_mode = memory');
    connection.exec('begin exclusive');
  } catch (error) {
    connection.close();
    throw isBusy(error) ? new Error(`another binh-luan serves ${directory} already`) : error;
  }
  return { noteServed: () => connection.exec('commit'), release: () => connection.close() };
}

/** Resolves once nobody serves the data folder, or after `mostMs`; tells of it before it waits. */
export async function untilNobodyServes(
  directory: string,
  tell: (seconds: number) => void,
  mostMs = patienceMs,
): Promise<void> {
  if (!seemsServed(directory)) return;
  tell(mostMs / 1000);
  const end = performance.now() + mostMs;
  while (seemsServed(directory) && performance.now() < end) await giveWay(lookMs);
}

/** What else is wrong with a folder is told by who opens it. */
function seemsServed(directory: string): boolean {
  try {
    return isServed(directory);
  } catch {
    return false;
  }
}

/** Whether a process serves the data folder just now. */
export function isServed(directory: string): boolean {
  if (!hasServed(directory)) return false;
  const connection = new SQLite(lockFile(directory), { readonly: true, timeout: 0 });
  try {
    connection.prepare('select 1 from sqlite_schema').get();
    return false;
  } catch (error) {
    if (isBusy(error)) return true;
    throw error;
  } finally {
    connection.close();
  }
}

/** Whether a server has had a database there: its first commit gave the lock's file a page. */
export function hasServed(directory: string): boolean {
  return (statSync(lockFile(directory), { throwIfNoEntry: false })?.size ?? 0) > 0;
}

export function lockFile(directory: string): string {
  return join(directory, 'server.lock');
}
