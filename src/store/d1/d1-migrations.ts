import { sql } from 'kysely';
import { build, type Database } from '../database.ts';
import { migrationNames } from '../migrations.ts';

/** Throws where a D1 database has not the tables of this program, which wrangler makes. */
export async function requireMigrated(database: Database, command: string): Promise<void> {
  const applied = await listApplied(database);
  const missing = migrationNames().filter((name) => !applied.includes(name));
  if (missing.length > 0)
    throw new Error(`this D1 database has not the tables of this program (${missing[0]}): run ${command}`);
  const newer = applied.find((name) => !migrationNames().includes(name));
  if (newer) throw new Error(`this D1 database is of a newer program than this one: it has ${newer}`);
}

async function listApplied(database: Database): Promise<string[]> {
  try {
    const rows = await database.query(
      sql<{ name: string }>`select name from d1_migrations order by id`.compile(build),
    );
    return rows.map(({ name }) => name);
  } catch (error) {
    if (/no such table/.test(String(error))) return [];
    throw error;
  }
}
