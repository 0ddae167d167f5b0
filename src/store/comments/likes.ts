import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import { build, type Database } from '../database.ts';
import { columnLives, longestBlockMs } from '../lifetimes.ts';
import type { Allowance } from '../limits/attempts.ts';
import { wishesOf } from '../limits/wishes.ts';
import { noteLiked } from '../notices/events.ts';

/** That a reader likes a comment from now on, or no more. */
export interface LikeToStore {
  commentId: string;
  isLike: boolean;
  sender: string;
  /** Every hash by which the site knows the sender. */
  senders: readonly string[];
  /** What it counts for, which may be used up; all in windows of a minute. */
  limits: readonly Allowance[];
}

export const likeWindowMs = 60_000;

/** What became of one: nothing where the comment is not shown, or its limits are used up. */
export type StoredLike = { likes: number; liked: boolean } | 'not shown' | 'too often';

interface Row {
  likes: number | null;
  liked: 0 | 1;
  isTooOften: 0 | 1;
}

/**
 * Stores what readers of a site like from now on and what no more, in one write: of each comment at most one for each
 * reader. A like of somebody whom the site has blocked is answered like any other, and not kept.
 */
export async function storeLikes(
  database: Database,
  site: string,
  asked: readonly LikeToStore[],
  now: number,
): Promise<StoredLike[]> {
  const { tooOften, count } = wishesOf(
    asked.map((one) => one.limits),
    likeWindowMs,
    now,
  );
  const [, , stands] = await database.batch([
    addLikes(site, asked, tooOften, now),
    takeLikesBack(asked, tooOften),
    readLikes(site, asked, tooOften),
    count,
    noteLiked(
      asked.map(({ commentId }) => commentId),
      now,
    ),
  ]);
  return asked.map(({ isLike }, at) => toStored(stands[at], isLike));
}

function addLikes(
  site: string,
  asked: readonly LikeToStore[],
  tooOften: RawBuilder<unknown>,
  now: number,
): CompiledQuery {
  const rows = asked.map(({ commentId, sender, isLike }) => (isLike ? [commentId, sender] : []));
  return sql`insert into likes (comment_id, site_id, sender, created_at)
    select comments.id, comments.site_id, asked.value ->> 1, ${now}
      from json_each(${JSON.stringify(rows)}) as asked cross join comments on comments.id = asked.value ->> 0
      where site_id = ${site} and state = 'published' and asked.key not in (${tooOften})
        and asked.key not in (select hash.value ->> 0 from ${hashesOf(asked)} cross join likes
          on comment_id = hash.value ->> 1 and likes.sender = hash.value ->> 2)
        and asked.key not in (select hash.value ->> 0 from ${hashesOf(asked)} cross join blocks
          on site_id = ${site} and blocks.sender = hash.value ->> 2
            and ${columnLives('expires_at', now, longestBlockMs)})
    on conflict (comment_id, sender) do nothing`.compile(build);
}

function takeLikesBack(asked: readonly LikeToStore[], tooOften: RawBuilder<unknown>): CompiledQuery {
  const taken = asked.map((one) => ({ ...one, senders: one.isLike ? [] : one.senders }));
  return sql`delete from likes where (comment_id, sender) in (
    select hash.value ->> 1, hash.value ->> 2 from ${hashesOf(taken)}
      where hash.value ->> 0 not in (${tooOften}))`.compile(build);
}

function readLikes(
  site: string,
  asked: readonly LikeToStore[],
  tooOften: RawBuilder<unknown>,
): CompiledQuery<Row> {
  return sql<Row>`select likes, asked.key in (select hash.value ->> 0 from ${hashesOf(asked)} cross join likes
        on comment_id = hash.value ->> 1 and likes.sender = hash.value ->> 2) as liked,
      asked.key in (${tooOften}) as "isTooOften"
    from json_each(${JSON.stringify(asked.map(({ commentId }) => commentId))}) as asked left join comments
      on comments.id = asked.value and site_id = ${site} and state = 'published'
    order by asked.key`.compile(build);
}

/** As many at once: all others wait meanwhile. */
const stepRows = 200;

/** One step of deleting the likes of a comment that is to go; whether there may be more. */
export async function dropLikes(database: Database, commentId: string): Promise<boolean> {
  const gone = await database.query(
    sql`delete from likes where (comment_id, sender) in
      (select comment_id, sender from likes where comment_id = ${commentId} limit ${sql.lit(stepRows)})
      returning 1 as gone`.compile(build),
  );
  return gone.length === stepRows;
}

/** By place, comment and hash: a like may be under a key that is no more the present one. */
function hashesOf(asked: readonly LikeToStore[]): RawBuilder<unknown> {
  const hashes = asked.flatMap(({ commentId, senders }, at) => senders.map((hash) => [at, commentId, hash]));
  return sql`json_each(${JSON.stringify(hashes)}) as hash`;
}

function toStored(row: Row | undefined, isLike: boolean): StoredLike {
  if (row?.isTooOften) return 'too often';
  if (typeof row?.likes !== 'number') return 'not shown';
  const isBlocked = isLike && !row.liked;
  return { likes: row.likes + (isBlocked ? 1 : 0), liked: isLike };
}
