import SQLite from 'better-sqlite3';
import { StorageFailure } from '../database.ts';
import { isOfSystem } from '../sqlite/errors.ts';

/** Where work fails by the system or SQLite, which may not say of what, the error begins with a name for that. */
export function naming<Result>(name: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw isOfSystem(error) ? new Error(`${name}: ${error.message}`) : about(name, error);
  }
}

/** The same error, but beginning with the name of a database where it is one of SQLite, or comes of one. */
export function about(name: string, error: unknown): unknown {
  if (!(error instanceof Error) || !(isOfDatabase(error) || isOfDatabase(error.cause))) return error;
  return new Error(`${name}: ${error.message}`);
}

function isOfDatabase(error: unknown): boolean {
  return error instanceof SQLite.SqliteError || error instanceof StorageFailure;
}
