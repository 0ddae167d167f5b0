import { sql } from 'kysely';
import type { State } from '../../comments/comment.ts';
import { titleSaid } from '../articles/sayings.ts';
import { build, type Database } from '../database.ts';

/** A comment that its author is told of, as it stands by now. */
export interface Followed {
  id: string;
  email: string | null;
  author: string;
  body: string;
  state: State;
  title: string;
  reason: string | null;
  appealed: 0 | 1;
}

export async function findFollowed(database: Database, comment: string): Promise<Followed | undefined> {
  const [row] = await database.query(
    sql<Followed>`select comments.id, email, author, body, comments.state,
        coalesce(nullif(articles.title, ''), ${titleSaid()}) as title, decisions.reason,
        appealed_at is not null as appealed
      from comments join articles on articles.id = article_id
        left join decided_comments on decided_comments.comment_id = comments.id
          and decided_comments.version = comments.version
        left join decisions on decisions.id = decision_id
      where comments.id = ${comment}`.compile(build),
  );
  return row;
}

/** An answer that is read by everyone by now, and the comment that it answers. */
export interface ToldReply {
  author: string;
  body: string;
  /** What it answers, whose it is, and on what. */
  parent: string;
  email: string;
  title: string;
}

/** The answers that a letter tells of, the oldest first. */
export function listToldReplies(database: Database, letter: string): Promise<ToldReply[]> {
  return database.query(
    sql<ToldReply>`select reply.author, reply.body, parent.id as parent, parent.email,
        coalesce(nullif(articles.title, ''), ${titleSaid('parent')}) as title
      from told_replies join comments as reply on reply.id = told_replies.comment_id
        join comments as parent on parent.id = reply.parent_id join articles on articles.id = parent.article_id
        join followed_comments on followed_comments.comment_id = parent.id
      where letter_id = ${letter} and +reply.state = 'published' and parent.email is not null
      order by reply.created_at, reply.id`.compile(build),
  );
}
