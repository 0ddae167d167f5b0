import { type RawBuilder, sql } from 'kysely';
import { build } from '../database.ts';
import { partAt, places } from '../filter/sketches.ts';

/** Of the parts of two sketches, as many must be the same for the comments to be called near-equal. */
const sharedParts = 2;
/** More of the same text are not counted. */
const mostSame = 100;
/** In a flood, as many shared parts are looked at. */
const mostShared = 8000;

/** In this order and no other: else all parts of a site are gone through for each comment. */
const joinSketched = sql`cross join json_each(${sql.lit(places)}) as place
  cross join sketch_parts as theirs on theirs.day in (one.created_at / 86400000 - 1, one.created_at / 86400000,
      one.created_at / 86400000 + 1) and theirs.site_id = one.site_id
    and theirs.part = ${partAt(sql`place.value`, sql`one.sketch`)}`;

/**
 * The ids of comments near-equal to one, itself included: of the same site and text, or of late with a like sketch. What
 * was erased and what the newsroom wrote has no fingerprint, and is like nothing.
 */
export function alikeTo(id: string) {
  return sql`select same.id from comments as one cross join comments as same
      on same.site_id = one.site_id and same.fingerprint = one.fingerprint
      where one.id = ${id} and one.fingerprint <> ''
    union select ${id}
    union select theirs.comment_id from comments as one ${joinSketched} where one.id = ${id}
      group by theirs.comment_id having count(*) >= ${sql.lit(sharedParts)}`;
}

/** For each of the wanted: how many have the same text, and, if it came of late, how many are near it; itself included. */
export function likenessQuery(wanted: RawBuilder<unknown>) {
  return sql<{ id: string; same: number; near: number }>`
    with shared as (
      select one.id as id, theirs.comment_id as other
        from ${wanted} cross join comments as one on one.id = wanted.value ${joinSketched}
        where one.created_at >= (select min(day) * 86400000 from sketch_parts) limit ${sql.lit(mostShared)}),
    near as (
      select id, count(*) as count from (
        select id, other from shared group by id, other having count(*) >= ${sql.lit(sharedParts)}) group by id)
    select one.id as id, coalesce(near.count, 0) as near,
      (select count(*) from (select 1 from comments as same
        where same.site_id = one.site_id and same.fingerprint = one.fingerprint
          and one.fingerprint <> '' limit ${sql.lit(mostSame)})) as same
    from ${wanted} cross join comments as one on one.id = wanted.value left join near on near.id = one.id`.compile(
    build,
  );
}
