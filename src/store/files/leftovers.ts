import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import SQLite from 'better-sqlite3';
import { isBusy } from '../sqlite/errors.ts';
import { asideOf } from './durable.ts';

/** So long a file may stand between two steps of whoever writes it, in which nothing locks it. */
const pauseMs = 60_000;

/** Removes what was begun beside a file by those who were killed before they had written it whole. */
export function removeLeftovers(target: string): void {
  const begun = asideOf(basename(target));
  for (const name of readdirSync(dirname(target)).filter((one) => begun.test(one))) {
    const path = join(dirname(target), name);
    if (!isLeft(path)) continue;
    for (const ending of ['', '-journal']) rmSync(path + ending, { force: true });
  }
}

/** Whoever copies a database holds a lock on the copy, while it is written and while it is read again. */
function isLeft(path: string): boolean {
  const file = statSync(path, { throwIfNoEntry: false });
  return file?.isFile() === true && Date.now() - file.mtimeMs > pauseMs && !isLocked(path);
}

function isLocked(path: string): boolean {
  const connection = new SQLite(path, { timeout: 0 });
  try {
    connection.exec('begin exclusive; rollback');
    return false;
  } catch (error) {
    return isBusy(error);
  } finally {
    connection.close();
  }
}
