import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { Badge, PublicComment, State } from '../../comments/comment.ts';
import { build, type Database } from '../database.ts';

/** Of `comments`, with what each answers: only what anyone may see beside its state, where that is published. */
export const publicColumns = sql`comments.id, comments.author, comments.body, comments.created_at as "createdAt",
  comments.state, comments.badge, comments.likes, comments.picked_at is not null as pick, comments.reply_count as "replyCount",
  comments.parent_id is not null as answers, parents.id as "parentId", parents.author as "parentAuthor"`;

export const withParents = sql`left join comments as parents
  on parents.id = comments.parent_id and parents.state = 'published'`;

export interface PublicRow {
  id: string;
  author: string;
  body: string;
  createdAt: number;
  state: State;
  badge: Badge | null;
  likes: number;
  pick: 0 | 1;
  replyCount: number;
  answers: 0 | 1;
  parentId: string | null;
  parentAuthor: string | null;
}

export async function readPublic(
  database: Database,
  query: CompiledQuery<PublicRow>,
): Promise<PublicComment[]> {
  return (await database.query(query)).map(toPublic);
}

export function toPublic({
  state: _,
  pick,
  answers,
  parentId,
  parentAuthor,
  ...row
}: PublicRow): PublicComment {
  const parent = parentId === null ? ({ gone: true } as const) : { id: parentId, author: parentAuthor ?? '' };
  return { ...row, pick: pick === 1, parentId, parent: answers ? parent : null };
}

/** Published comments: `rest` is what else is asked of them, and in which order. */
export function publicQuery(rest: RawBuilder<unknown>): CompiledQuery<PublicRow> {
  return sql<PublicRow>`select ${publicColumns} from comments ${withParents}
    where comments.state = 'published' and ${rest}`.compile(build);
}
