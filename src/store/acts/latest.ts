import { sql } from 'kysely';
import { build, type Database } from '../database.ts';

/** When something was last done, and when the database was last copied by a command; null where it never was. */
export async function latestActs(
  database: Database,
): Promise<{ anything: number | null; backup: number | null }> {
  const [row] = await database.query(
    sql<{ anything: number | null; backup: number | null }>`select max(created_at) as anything,
      max(created_at) filter (where kind = 'backup') as backup from acts`.compile(build),
  );
  return row ?? { anything: null, backup: null };
}
