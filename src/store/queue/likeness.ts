import { type RawBuilder, sql } from 'kysely';
import { build } from '../database.ts';
import { partAt, places } from '../filter/sketches.ts';

/** Of the sixteen values of two sketches, as many must be the same for the comments to be called near-equal. */
const sameValues = 8;
/** More of the same text are not counted. */
const mostSame = 100;
/** In a flood, as many parts that near ones share are looked at. */
const mostShared = 8000;

const valueAt = (sketch: string, place: number) =>
  sql`substr(${sql.ref(sketch)}, ${sql.lit(4 * place + 1)}, 4)`;

const areNear = sql`${sql.join(
  Array.from(
    { length: 16 },
    (_, at) => sql`(${valueAt('own.sketch', at)} = ${valueAt('theirs.sketch', at)})`,
  ),
  sql` + `,
)} >= ${sql.lit(sameValues)}`;

/** In this order and no other: else all parts of a site are gone through for each comment. */
const joinSketched = sql`cross join sketch_parts as own on own.day = one.created_at / 86400000
    and own.site_id = one.site_id and own.part = ${partAt(sql`0`, sql`one.sketch`)} and own.comment_id = one.id
  cross join json_each(${sql.lit(places)}) as place
  cross join sketch_parts as theirs on theirs.day in (own.day - 1, own.day, own.day + 1)
    and theirs.site_id = own.site_id and theirs.part = ${partAt(sql`place.value`, sql`own.sketch`)} and ${areNear}`;

/**
 * The ids of comments near-equal to one, itself included: of the same site and text, or of late with a like sketch. What
 * was erased and what the newsroom wrote has no fingerprint, and is like nothing.
 */
export function alikeTo(id: string) {
  return sql`select same.id from comments as one cross join comments as same
      on same.site_id = one.site_id and same.fingerprint = one.fingerprint
      where one.id = ${id} and one.fingerprint <> ''
    union select ${id}
    union select theirs.comment_id from comments as one ${joinSketched} where one.id = ${id}`;
}

/** For each of the wanted: how many have the same text, and, if it came of late, how many are near it; itself included. */
export function likenessQuery(wanted: RawBuilder<unknown>) {
  return sql<{ id: string; same: number; near: number }>`
    with shared as (
      select one.id as id, theirs.comment_id as other
        from ${wanted} cross join comments as one on one.id = wanted.value ${joinSketched}
        where one.created_at >= (select min(day) * 86400000 from sketch_parts) limit ${sql.lit(mostShared)}),
    near as (select id, count(distinct other) as count from shared group by id)
    select one.id as id, coalesce(near.count, 0) as near,
      (select count(*) from (select 1 from comments as same
        where same.site_id = one.site_id and same.fingerprint = one.fingerprint
          and one.fingerprint <> '' limit ${sql.lit(mostSame)})) as same
    from ${wanted} cross join comments as one on one.id = wanted.value left join near on near.id = one.id`.compile(
    build,
  );
}
