import { closeSync, openSync } from 'node:fs';
import SQLite from 'better-sqlite3';
import { ahead, type Mark, markOf, markOn } from '../sqlite/mark.ts';
import { reachFile, readReach } from '../sqlite/reach-file.ts';
import { firstInLog, readAt } from './log-start.ts';

/**
 * What is wrong with the log beside a database: it is of another file, or of an older or newer state of this one, so
 * that SQLite would play it back into pages that it does not fit. The log is read first, and the file only goes on.
 */
export function findForeignLog(file: string): string | undefined {
  const logged = firstInLog(`${file}-wal`);
  const kept = markInFile(file);
  if (!logged || !kept) return undefined;
  const isOfAnother = kept.database !== 0 && logged.database !== 0 && logged.database !== kept.database;
  return isOfAnother || ahead(logged, kept) > 1 ? foreign(file) : undefined;
}

/** What is missing of a database that was acknowledged, or a log that ends before the file does. */
export function findMissing(file: string): string | undefined {
  const noted = readReach(file);
  const kept = markInFile(file);
  if (!kept) return undefined;
  const reached = markThrough(file);
  const isOfAnother = kept.database !== 0 && reached.database !== kept.database;
  if (isOfAnother || ahead(reached, kept) < 0) return foreign(file);
  if (!noted || noted.database !== reached.database) return undefined;
  const missing = ahead(noted, reached);
  return missing > 0 ? lost(file, missing) : undefined;
}

function foreign(file: string): string {
  return `does not belong to the log beside it: put back the file that "${file}-wal" was written for, or remove that log to go on without what only it holds`;
}

function lost(file: string, commits: number): string {
  const [log, note] = [`"${file}-wal"`, `"${reachFile(file)}"`];
  return `lacks the last ${commits} commits that were acknowledged: put ${log} back, or the newer file that was here; or remove ${note} to go on without them`;
}

/** What the file alone says, without its log. */
function markInFile(file: string): Mark | undefined {
  const descriptor = openSync(file, 'r');
  try {
    const header = readAt(descriptor, 0, 100);
    return header.length === 100 ? markOn(header) : undefined;
  } finally {
    closeSync(descriptor);
  }
}

function markThrough(file: string): Mark {
  const connection = new SQLite(file, { readonly: true, timeout: 2000 });
  try {
    return markOf(connection);
  } finally {
    connection.close();
  }
}
