import { build, type Database } from '../database.ts';
import type { CommentToStore } from './comments.ts';

const retryMs = 24 * 60 * 60_000;

/** Keeps the key for a day of retries, and forgets those that are older. */
export function keepIdempotencyKey(
  comment: CommentToStore,
  { key, requestHash }: { key: string; requestHash: string },
) {
  const forget = build
    .deleteFrom('idempotency_keys')
    .where('created_at', '<', comment.createdAt - retryMs)
    .compile();
  const keep = build
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
  return [forget, keep];
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
