import { sql } from 'kysely';
import { among, build, type Database } from '../database.ts';
import { claimMs, columnIsOver } from '../lifetimes.ts';
import { isDecided } from './decision-steps.ts';
import { narrowest } from './narrowing.ts';
import { candidates } from './page-ids.ts';
import { ageIn, type QueueFilter, type Tab } from './queue-filter.ts';

interface Claimant {
  moderatorId: string;
  now: number;
}

/**
 * Takes the first comment of a filter, oldest first, that no colleague looks at or has decided: in one write, so that two
 * who ask at once get two. Whoever asks again before deciding gets the same one; whoever skips one gets one after it.
 */
export async function claimNext(
  database: Database,
  filter: QueueFilter,
  { moderatorId, now }: Claimant,
  skipped?: string,
): Promise<string | undefined> {
  const later = skipped === undefined ? sql`` : sql`and ${isAfter(skipped, filter.tab)}`;
  const { from, order } = candidates(filter, await narrowest(database, filter));
  const [, [row]] = await database.batch([
    deleteOver(now),
    sql<{ comment_id: string }>`insert into claims (comment_id, moderator_id, expires_at)
      select comments.id, ${moderatorId}, ${now + claimMs} ${from} and not exists (select 1 from claims
        where comment_id = comments.id and moderator_id <> ${moderatorId}) and not ${isDecided} ${later}
      order by ${order} limit 1
      on conflict (comment_id) do update set moderator_id = excluded.moderator_id, expires_at = excluded.expires_at
      returning comment_id`.compile(build),
  ]);
  return row?.comment_id;
}

/** Claims one comment, or prolongs the claim; leaves it to the colleague who has it. */
export async function claim(
  database: Database,
  commentId: string,
  sites: readonly string[],
  { moderatorId, now }: Claimant,
): Promise<boolean> {
  const [, [row]] = await database.batch([
    deleteOver(now),
    sql<{ comment_id: string }>`insert into claims (comment_id, moderator_id, expires_at)
      select id, ${moderatorId}, ${now + claimMs} from comments
        where id = ${commentId} and site_id in ${among(sites)}
      on conflict (comment_id) do update set expires_at = excluded.expires_at
        where moderator_id = excluded.moderator_id
      returning comment_id`.compile(build),
  ]);
  return row !== undefined;
}

/** Lets go of a comment that one no longer looks at. */
export async function release(database: Database, commentId: string, moderatorId: string): Promise<void> {
  await database.batch([
    build
      .deleteFrom('claims')
      .where('comment_id', '=', commentId)
      .where('moderator_id', '=', moderatorId)
      .compile(),
  ]);
}

function isAfter(commentId: string, tab: Tab) {
  return sql`(${ageIn(tab)}, comments.id) >
    (select ${ageIn(tab)}, comments.id from comments where comments.id = ${commentId})`;
}

function deleteOver(now: number) {
  return build
    .deleteFrom('claims')
    .where(columnIsOver('expires_at', now, claimMs))
    .compile();
}
