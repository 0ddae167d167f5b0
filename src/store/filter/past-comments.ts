import { build, type Database } from '../database.ts';

export interface PastComment {
  id: string;
  author: string;
  body: string;
  state: 'pending' | 'published' | 'rejected' | 'spam';
}

/** The newest comments of readers of a site that moderators have seen or will see. */
export async function listPast(database: Database, site: string, limit: number): Promise<PastComment[]> {
  const rows = await database.query(
    build
      .selectFrom('comments')
      .select(['id', 'author', 'body', 'state', 'created_at'])
      .where('site_id', '=', site)
      .where('badge', 'is distinct from', 'newsroom')
      .where('state', 'in', ['pending', 'published', 'rejected', 'spam'])
      .orderBy('created_at', 'desc')
      .limit(limit)
      .compile(),
  );
  return rows.flatMap(({ id, author, body, state }) =>
    state === 'withdrawn' ? [] : [{ id, author, body, state }],
  );
}
