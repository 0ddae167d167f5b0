import { statSync } from 'node:fs';
import SQLite from 'better-sqlite3';
import { commandLine } from '../../world/command-line.ts';
import { isDamage } from '../sqlite/errors.ts';
import { findCut } from './file-header.ts';
import { findForeignLog, findMissing } from './reach.ts';

/** What to do about a database that is lost or damaged. */
export const remedy = `stop the server and put a backup in its place: ${commandLine} restore FILE`;

/**
 * Throws one line where a file, which nobody in this process has open, is not a database of ours, is cut, or is
 * damaged where a moment's look finds it: in its schema, or in the first and last rows of a table.
 */
export function requireSound(file: string): void {
  if (isEmpty(file)) return;
  throwAt(file, findCut(file) ?? findForeignLog(file) ?? findUnreadable(file) ?? findMissing(file));
}

/** Throws one line where a file is not the one that the log beside it was written for, or has lost what was acknowledged. */
export function requireReached(file: string): void {
  if (!isEmpty(file)) throwAt(file, findForeignLog(file) ?? findMissing(file));
}

function throwAt(file: string, fault: string | undefined): void {
  if (fault) throw new Error(`"${file}" ${fault}; ${remedy}`);
}

/** Whether there is no file, or nothing in it. */
export function isEmpty(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0;
}

function findUnreadable(file: string): string | undefined {
  const connection = new SQLite(file, { readonly: true, timeout: 2000 });
  try {
    if (!isOurs(connection)) return 'is not a database of binh-luan';
    readEnds(connection);
    return undefined;
  } catch (error) {
    if (isDamage(error)) return `is damaged: ${error.message}`;
    throw error;
  } finally {
    connection.close();
  }
}

/** One with a ledger is ours, and one without a table is nobody's yet: its first start was cut off. */
function isOurs(connection: SQLite.Database): boolean {
  const tables = connection.prepare("select name from sqlite_schema where type = 'table'").pluck().all();
  return tables.length === 0 || tables.includes('d1_migrations');
}

/** Reads the first and the last row of each table that has row numbers, from the top of its tree to its leaves. */
function readEnds(connection: SQLite.Database): void {
  const tables = connection
    .prepare<[], string>(
      "select name from pragma_table_list where schema = 'main' and type = 'table' and wr = 0",
    )
    .pluck()
    .all();
  for (const table of tables)
    for (const order of ['asc', 'desc'])
      connection.prepare(`select * from "${table}" order by rowid ${order} limit 1`).all();
}
