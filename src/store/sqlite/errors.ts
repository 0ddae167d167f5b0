import { columnLeft, Duplicate, StorageFailure, Unmet } from '../failure.ts';

/** SQLite's own trouble (busy, full, read-only, I/O), or the system's, is not the fault of the query. */
export function classify(error: unknown): unknown {
  if (/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)/.test(codeOf(error)))
    return new Duplicate(messageOf(error), { cause: error });
  const column = columnLeft(messageOf(error));
  if (column) return new Unmet(column, { cause: error });
  if (/^SQLITE_(BUSY|LOCKED|FULL|READONLY|IOERR|CORRUPT|NOTADB|CANTOPEN|PROTOCOL)/.test(codeOf(error)))
    return new StorageFailure(`${messageOf(error)} (${codeOf(error)})`, { cause: error });
  return isOfSystem(error) ? new StorageFailure(error.message, { cause: error }) : error;
}

/** A call to the system failed, such as reading a file: https://nodejs.org/api/errors.html#class-systemerror */
export function isOfSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

/** Another holds the database: it is worth waiting. */
export function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));
}

/** SQLite found that a file is not, or not all of, a database. */
export function isDamage(error: unknown): error is Error {
  return /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error));
}

/** A connection could not be opened; one that is open may go on. */
export function isOfOpening(error: unknown): boolean {
  return /^SQLITE_CANTOPEN/.test(codeOf(error));
}

/** The connection stays as it is for as long as it lives: opened read-only, or unsure of what a sync has lost. */
export function isLasting(error: unknown): boolean {
  return /^SQLITE_(READONLY|IOERR_(DIR_)?FSYNC)/.test(codeOf(error));
}

/** What could not be done to the file that is written to, rather than to the one that is read. */
export function isOfWriting(error: unknown): boolean {
  return /^SQLITE_(FULL|READONLY|CANTOPEN|IOERR_(WRITE|FSYNC|DIR_FSYNC|TRUNCATE))/.test(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
