import { sql } from 'kysely';
import { build, type Database } from '../database.ts';

/** What an author sent, before any moderator changed it. */
export interface Original {
  author: string;
  body: string;
}

/** The words as they were before the first edit, if there was one. */
export async function findOriginal(database: Database, commentId: string): Promise<Original | undefined> {
  const [row] = await database.query(
    build
      .selectFrom('edits')
      .select(['author_before as author', 'body_before as body'])
      .where('comment_id', '=', commentId)
      .orderBy('created_at')
      .orderBy(sql`rowid`)
      .limit(1)
      .compile(),
  );
  return row;
}
