import { build, type Database } from '../database.ts';
import type { CommentToStore } from './comments.ts';

/** Keeps the key for a day of retries. */
export function keepIdempotencyKey(
  comment: CommentToStore,
  { key, requestHash }: { key: string; requestHash: string },
) {
  return build
    .insertInto('idempotency_keys')
    .values({
      site_id: comment.site,
      key,
      request_hash: requestHash,
      comment_id: comment.id,
      state: comment.state,
      created_at: comment.createdAt,
    })
    .compile();
}

/** The answer that was given to an idempotency key. */
export async function findFirstAnswer(database: Database, site: string, key: string) {
  const [row] = await database.query(
    build
      .selectFrom('idempotency_keys')
      .select(['request_hash as requestHash', 'comment_id as id', 'state'])
      .where('site_id', '=', site)
      .where('key', '=', key)
      .compile(),
  );
  return row;
}
