import { sql } from 'kysely';
import { build, type Database } from '../database.ts';

/** What the act says that they came from. */
export const sampleSource = 'sample';

/** Whether nobody has an account or ever wrote anything, and there never were any samples. */
export async function isUnused(database: Database): Promise<boolean> {
  const used = await database.query(
    sql`select 1 where exists (select 1 from comments) or exists (select 1 from moderators)
      or exists (select 1 from acts where kind = 'import')`.compile(build),
  );
  return used.length === 0;
}

/** The act that brought in the samples, as long as any of them is there. */
export async function findSamples(database: Database): Promise<string | undefined> {
  const [row] = await database.query(
    sql<{ act: string }>`select act_id as act from imported_comments
      where comment_id >= 'sample-' and comment_id < 'sample.' and source = ${sampleSource} limit 1`.compile(
      build,
    ),
  );
  return row?.act;
}
