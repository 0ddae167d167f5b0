import { sql } from 'kysely';
import { among, build, type Database } from '../database.ts';

/** Which of these comments are liked under any of these names. */
export async function findLiked(
  database: Database,
  comments: readonly string[],
  senders: readonly string[],
): Promise<string[]> {
  const rows = await database.query(
    sql<{ id: string }>`select distinct comment_id as id from likes
      where comment_id in ${among(comments)} and sender in ${among(senders)}`.compile(build),
  );
  return rows.map(({ id }) => id);
}
