import type { Database } from '../../src/store/database.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { migratedBytes } from './made-tables.ts';

const migrated = migratedBytes();

/** A fresh, migrated database, in memory. */
export async function openDatabase(): Promise<Database> {
  return openSqlite(migrated);
}
