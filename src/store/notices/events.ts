import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { EventKind } from '../../notices/event.ts';
import { hasChanged } from '../acts/record.ts';
import { among, build, type Database } from '../database.ts';

/** Whether a channel of the site, which is a column of the row at hand, asks for such events. */
export function isAwaited(site: RawBuilder<unknown>, kind: EventKind) {
  return sql<boolean>`exists (select 1 from channels, json_each(channels.events) as asked
    where channels.site_id = ${site} and asked.value = ${kind})`;
}

export interface EventToNote {
  kind: EventKind;
  comment: string | RawBuilder<unknown>;
  createdAt: number;
  /** Where there is to be an event: usually where the statement before it in the write changed a row. */
  where?: RawBuilder<unknown>;
}

/**
 * What happened to a comment, for whoever waits to be told; nothing where nobody does. It stands in the batch of the change,
 * right behind its statement. May be run twice. Decisions note theirs by the trigger that moves their comments.
 */
export function noteEvent({ kind, comment, createdAt, where = hasChanged }: EventToNote) {
  return insertEvent({ kind, comment, createdAt, where }, sql`state`, sql`version`);
}

/** That a comment is about to be withdrawn: it stands before the statement that does so, since that may blank it. */
export function noteWithdrawal(
  comment: string | RawBuilder<unknown>,
  createdAt: number,
  where: RawBuilder<unknown> = sql`true`,
) {
  const isThere = sql`state <> 'withdrawn' and ${where}`;
  const event = { kind: 'comment.withdrawn', comment, createdAt, where: isThere } as const;
  return insertEvent(event, sql`'withdrawn'`, sql`version + 1`);
}

function insertEvent(
  { kind, comment, createdAt, where }: Required<EventToNote>,
  state: RawBuilder<unknown>,
  version: RawBuilder<unknown>,
) {
  return sql<object>`insert into events (id, site_id, kind, comment_id, state, version, created_at)
    select ${newId(createdAt)}, site_id, ${kind}, id, ${state}, ${version}, ${createdAt} from comments
    where id = ${comment} and ${where} and ${isAwaited(sql`comments.site_id`, kind)}`.compile(build);
}

/** As ids of `growingId` do, these stand in the order of time. */
function newId(now: number) {
  return sql`printf('%012x', ${now}) || lower(hex(randomblob(12)))`;
}

/** That some of these comments were liked in this write, once each until that is spread. */
export function noteLiked(comments: readonly string[], now: number) {
  return sql<object>`insert into events (id, site_id, kind, comment_id, state, version, created_at)
    select ${newId(now)}, site_id, 'comment.liked', id, state, version, ${now} from comments
    where id in ${among(comments)} and ${isAwaited(sql`comments.site_id`, 'comment.liked')}
      and exists (select 1 from likes where comment_id = comments.id and created_at = ${now})
      and not exists (select 1 from events where comment_id = comments.id and kind = 'comment.liked')`.compile(
    build,
  );
}

/** Where more wait than may, the least important go first, and of these the oldest. */
const importanceOf: Readonly<Record<EventKind, number>> = {
  'comment.liked': 0,
  'comment.published': 1,
  'comment.rejected': 1,
  'comment.spam': 1,
  'comment.withdrawn': 1,
  'comment.held': 2,
  'comment.reported': 3,
  'comment.appealed': 4,
  'queue.waiting': 4,
};

/** The line that groups events is told no sooner after the one before. */
export const groupedMs = 60_000;

/** Likes gather for so long. */
const likedMs = 300_000;

/** The same for every channel, whatever its site: as many events at once. */
const spreadAtOnce = 200;

const importance = sql`case events.kind ${sql.join(
  Object.entries(importanceOf).map(([kind, rank]) => sql`when ${sql.lit(kind)} then ${sql.lit(rank)}`),
  sql` `,
)} else 0 end`;

/** Puts what happened among the deliveries of each channel that asks for it, so many at once; how many it were. */
export async function spreadEvents(database: Database, now: number): Promise<number> {
  const [last] = await database.query(
    sql<{ number: number; count: number }>`select max(number) as number, count(*) as count
      from (select number from events order by number limit ${spreadAtOnce})`.compile(build),
  );
  if (!last?.count) return 0;
  await database.batch([
    spreadOut(last.number, now),
    groupTogether(last.number, now),
    sql`delete from events where number <= ${last.number}`.compile(build),
  ]);
  return last.count;
}

const asking = sql`from events join channels on channels.site_id = events.site_id
  and exists (select 1 from json_each(channels.events) as asked where asked.value = events.kind)`;

function spreadOut(last: number, now: number): CompiledQuery {
  return sql`insert into deliveries
      (channel_id, event_id, kind, comment_id, decision_id, state, version, importance, created_at, due_at)
    select channels.id, events.id, events.kind, comment_id, decision_id, state, version, ${importance},
      events.created_at, ${now} + iif(events.kind = 'comment.liked', ${likedMs}, 0) ${asking}
    where number <= ${last} and channels.grouped = 0 on conflict do nothing`.compile(build);
}

/** One line for all, which says how the queue stands when it is told; one that is on its way is asked for once more. */
function groupTogether(last: number, now: number): CompiledQuery {
  const earliest = sql`max(${now}, min(channels.told_at, ${now}) + ${groupedMs} * (channels.told_at > 0))`;
  return sql`insert into deliveries (channel_id, event_id, kind, version, importance, created_at, due_at)
    select channels.id, min(events.id), 'queue.stands', 1, 4, ${now}, ${earliest} ${asking}
    where number <= ${last} and channels.grouped = 1 group by channels.id
    on conflict (channel_id) where status = 'waiting' and kind = 'queue.stands'
      do update set version = version + 1, waits_since = ${now}`.compile(build);
}
