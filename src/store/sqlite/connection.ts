import type { Buffer } from 'node:buffer';
import SQLite from 'better-sqlite3';

const settings = [
  'journal_mode = WAL',
  'synchronous = NORMAL',
  'foreign_keys = ON',
  'cache_size = -16000',
  'secure_delete = ON',
  // What a savepoint may have to take back is written aside: not to the disk.
  'temp_store = MEMORY',
];

/**
 * A commit writes to the log and does not wait for the disk (`synchronous = NORMAL`, which keeps the file whole in any
 * case); `settled` syncs the log for all that were written meanwhile, off the event loop.
 */
export function connect(
  file: string | Buffer,
  { fileMustExist = false, timeout = 2000 } = {},
): SQLite.Database {
  const connection = open(file, { fileMustExist, timeout });
  try {
    for (const setting of settings) connection.pragma(setting);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/**
 * For one that only reads. It waits for next to nothing, since whoever else is being served waits with it, and remembers
 * little, since each commit has it forget all.
 */
export function connectToRead(file: string): SQLite.Database {
  const connection = open(file, { readonly: true, fileMustExist: true, timeout: 100 });
  try {
    for (const setting of ['cache_size = -4000', 'temp_store = MEMORY']) connection.pragma(setting);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Of a folder that is gone, or out of reach, the driver says so before it asks SQLite, as if it were a defect of ours. */
function open(file: string | Buffer, options: SQLite.Options): SQLite.Database {
  try {
    return new SQLite(file, options);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new SQLite.SqliteError(error.message, 'SQLITE_CANTOPEN');
  }
}

/**
 * What was lost of a log would take with it all that is written behind it: so what there is of it is brought home, and
 * another begun, before anything else is stored, or said to be. Throws as busy where somebody else reads it.
 */
export function beginLogAnew(connection: SQLite.Database): void {
  const isBlocked = connection.pragma('wal_checkpoint(truncate)', { simple: true }) !== 0;
  if (isBlocked) throw new SQLite.SqliteError('the log is in use by another', 'SQLITE_BUSY');
}
