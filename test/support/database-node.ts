import type { Database } from '../../src/store/database.ts';
import { openSqlite } from '../../src/store/sqlite.ts';

/** A fresh, migrated database, in memory. */
export async function openDatabase(): Promise<Database> {
  return openSqlite(':memory:');
}
