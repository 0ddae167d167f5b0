import SQLite from 'better-sqlite3';
import { Duplicate, StorageFailure } from './database.ts';

/** Whether SQLite found that a file is not, or not all of, a database. */
export function isDamage(error: unknown): error is InstanceType<typeof SQLite.SqliteError> {
  return error instanceof SQLite.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code);
}

/** Whether somebody else has what was asked for just now. */
export function isBusy(error: unknown): boolean {
  return error instanceof SQLite.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code);
}

/** SQLite's own trouble (busy, full, read-only, I/O) is not the fault of the query. */
export function classify(error: unknown): unknown {
  if (!(error instanceof SQLite.SqliteError)) return error;
  if (/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)/.test(error.code))
    return new Duplicate(error.message, { cause: error });
  if (/^SQLITE_(BUSY|LOCKED|FULL|READONLY|IOERR|CORRUPT|NOTADB|CANTOPEN)/.test(error.code))
    return new StorageFailure(error.message, { cause: error });
  return error;
}
