import { type RawBuilder, sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { among, build, type Database } from '../database.ts';
import { columnLives, longestBlockMs } from '../lifetimes.ts';
import { fromReaders, isRefused } from './standing.ts';

/** A known reader, by what they last called themselves and when their last comment came. */
export interface NamedReader {
  sender: string;
  author: string;
  lastAt: number;
}

/** Some known readers of a site, the last who wrote first, from after a cursor on. */
export function listNamed(
  database: Database,
  { site, limit, cursor }: { site: string; limit: number; cursor?: string | undefined },
): Promise<NamedReader[]> {
  const after = cursor === undefined ? undefined : decodeCursor(cursor);
  const isAfter = after ? sql`(last_at, sender) < (${after[0]}, ${after[1]})` : sql`true`;
  return database.query(
    sql<NamedReader>`select sender, author, last_at as "lastAt" from known_readers indexed by known_readers_latest
      where site_id = ${site} and ${isAfter} order by last_at desc, sender desc limit ${limit}`.compile(
      build,
    ),
  );
}

export function cursorAfter({ lastAt, sender }: NamedReader): string {
  return encodeCursor([lastAt, sender]);
}

/** What a site has of a known reader. */
export interface ReaderTraces {
  sender: string;
  counts: { published: number; refused: number; waiting: number };
  firstAt: number;
  /** Whether anything of theirs was refused, which takes trust away. */
  isRefused: boolean;
  isHeld: boolean;
  isBlocked: boolean;
}

type Row = Record<'published' | 'refused' | 'waiting' | 'firstAt', number> &
  Record<'isRefused' | 'isHeld' | 'isBlocked', 0 | 1> & { sender: string };

/** What a site has of these readers, as far back as trust looks. */
export async function readTraces(
  database: Database,
  { site, senders, since, now }: { site: string; senders: readonly string[]; since: number; now: number },
): Promise<ReaderTraces[]> {
  const names = sql`(named.value)`;
  const [all, lately] = [fromReaders({ site, names, since: 0 }), fromReaders({ site, names, since })];
  const count = (states: RawBuilder<unknown>) => sql<number>`(select count(*) ${all} and state in ${states})`;
  const rows = await database.query(
    sql<Row>`select value as sender, (select min(created_at) ${all}) as "firstAt",
        ${count(sql`('published')`)} as published, ${count(sql`('rejected', 'spam')`)} as refused,
        ${count(sql`('pending')`)} as waiting,
        ${isRefused(lately)} as "isRefused",
        exists (select 1 from sender_holds where site_id = ${site} and sender = named.value
          and released_by is null) as "isHeld",
        exists (select 1 from blocks where site_id = ${site} and sender = named.value
          and ${columnLives('expires_at', now, longestBlockMs)}) as "isBlocked"
      from ${among(senders)} as named`.compile(build),
  );
  return rows.map(({ published, refused, waiting, ...row }) => ({
    ...{ sender: row.sender, firstAt: row.firstAt, counts: { published, refused, waiting } },
    ...{ isRefused: row.isRefused === 1, isHeld: row.isHeld === 1, isBlocked: row.isBlocked === 1 },
  }));
}
