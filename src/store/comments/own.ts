import { sql } from 'kysely';
import type { State } from '../../comments/comment.ts';
import { titleSaid } from '../articles/sayings.ts';
import { among, build, type Database } from '../database.ts';

/** A comment for its author, with its article as everyone knows it, else as its author called it. */
export interface OwnComment {
  id: string;
  state: State;
  parentId: string | null;
  author: string;
  body: string;
  createdAt: number;
  article: { key: string; title: string };
}

type Row = Omit<OwnComment, 'article'> & { key: string; title: string };

export async function listOwn(
  database: Database,
  site: string,
  ids: readonly string[],
): Promise<OwnComment[]> {
  const rows = await database.query(
    sql<Row>`select comments.id, comments.state, comments.parent_id as "parentId", comments.author, comments.body,
        comments.created_at as "createdAt", articles.key,
        coalesce(nullif(articles.title, ''), ${titleSaid()}) as title
      from comments join articles on articles.id = comments.article_id
      where comments.id in ${among(ids)} and +comments.site_id = ${site}
      order by comments.created_at desc, comments.id desc`.compile(build),
  );
  return rows.map(({ key, title, ...row }) => ({ ...row, article: { key, title } }));
}
