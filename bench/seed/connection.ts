import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { openDataDir } from '../../src/store/files/data-dir.ts';

/** The database of a folder, made and migrated where needed, opened to write fast and not to survive a power cut. */
export function openFast(directory: string): SQLite.Database {
  openDataDir(directory).close();
  const connection = new SQLite(join(directory, 'binh-luan.db'));
  connection.pragma('synchronous = off');
  connection.pragma('foreign_keys = on');
  connection.pragma('cache_size = -1500000');
  connection.pragma('temp_store = memory');
  return connection;
}
