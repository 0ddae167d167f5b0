import { type RawBuilder, sql } from 'kysely';
import { among, build, type Database } from '../database.ts';

/** A sender on a site by their names under its present key and the former, and since when they are looked at. */
export interface Traced {
  site: string;
  names: readonly string[];
  since: number;
}

/** What trust asks of a known reader: so many published comments, and none refused. */
export interface Trust extends Traced {
  least: number;
}

/** Whether a known reader is trusted, as things stand in the very write that this is part of. */
export function isTrusted({ site, names, since, least }: Trust): RawBuilder<unknown> {
  const theirs = fromReaders({ site, names: among(names), since });
  return sql`((select count(*) from (select 1 ${theirs} and state = 'published' limit ${least})) = ${least}
    and not ${isRefused(theirs)})`;
}

/** The comments of known readers since then, from which more conditions narrow. */
export function fromReaders({ site, names, since }: Omit<Traced, 'names'> & { names: RawBuilder<unknown> }) {
  return sql`from comments where site_id = ${site} and sender >= 'reader:' and sender < 'reader;'
    and sender in ${names} and created_at > ${since}`;
}

/**
 * Whether a moderator refused any of these: also one that its author took back or appealed for since, or that has not been
 * moved yet.
 */
export function isRefused(theirs: RawBuilder<unknown>): RawBuilder<0 | 1> {
  const last = sql`(select to_state from decided_comments where comment_id = comments.id
    order by version desc limit 1)`;
  const step = sql`(select to_state from decision_steps join decisions on decisions.id = decision_id
    where comment_id = comments.id)`;
  return sql<0 | 1>`(exists (select 1 ${theirs} and state in ${refused})
    or exists (select 1 ${theirs} and state in ('pending', 'withdrawn') and ${last} in ${refused})
    or (exists (select 1 from decision_steps) and exists (select 1 ${theirs} and ${step} in ${refused})))`;
}

const refused = sql`('rejected', 'spam')`;

/** Whether a known reader is trusted. */
export async function readTrust(database: Database, trust: Trust): Promise<boolean> {
  const [row] = await database.query(
    sql<{ trusted: 0 | 1 }>`select ${isTrusted(trust)} as trusted`.compile(build),
  );
  return row?.trusted === 1;
}

/** Of a sender, no more comments are looked at than these. */
const mostLookedAt = 2000;

/** How many comments of a sender are published, counted no further than `most`. */
export async function countPublished(
  database: Database,
  { site, names, since }: Traced,
  most: number,
): Promise<number> {
  const theirs = sql`select state from comments indexed by comments_by_sender
    where site_id = ${site} and sender in ${among(names)} and created_at > ${since} limit ${sql.lit(mostLookedAt)}`;
  const [row] = await database.query(
    sql<{ count: number }>`select count(*) as count from
      (select 1 from (${theirs}) where state = 'published' limit ${most})`.compile(build),
  );
  return row?.count ?? 0;
}
