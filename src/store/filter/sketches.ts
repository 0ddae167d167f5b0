import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import { build, type Database, prepared } from '../database.ts';
import { dayMs } from './facts.ts';

export interface Sketched {
  sketch: string;
  fingerprint: string;
}

/** So many characters of a sketch are one of its values. */
const valueLength = 4;
/** So many values a comment is found by: of sixteen that have ten in common, all but one in a hundred pairs share one. */
export const places = '[0,1,2,3]';
/** What a comment itself keeps of its sketch: the values that it is found by. */
export const keptLength = 4 * valueLength;
const mostFound = 200;

/** A value of a sketch with its place before it, as `sketch_parts` has it. */
export function partAt(place: RawBuilder<unknown>, sketch: RawBuilder<unknown>) {
  const length = sql.lit(valueLength);
  return sql`${place} || substr(${sketch}, ${place} * ${length} + 1, ${length})`;
}

/** The comments of the day before `now` that share a part of their sketch: those that may be nearly the same. */
export async function findSketched(
  database: Database,
  site: string,
  sketch: string,
  now: number,
): Promise<Sketched[]> {
  const today = dayOf(now);
  return database.query(sharingQuery({ site, today, yesterday: today - 1, since: now - dayMs, sketch }));
}

interface Sharing {
  site: string;
  today: number;
  yesterday: number;
  since: number;
  sketch: string;
}

/** Joined in this order and no other: else all parts of a site are gone through. */
const sharingQuery = prepared(({ site, today, yesterday, since, sketch }: Sharing) =>
  sql<Sketched>`select distinct comments.id, others.sketch, comments.fingerprint
    from json_each(${sql.lit(places)}) as place
    cross join sketch_parts as others on others.day in (${today}, ${yesterday}) and others.site_id = ${site}
      and others.part = ${partAt(sql`place.value`, sql`${sketch}`)}
    cross join comments on comments.id = others.comment_id
    where comments.created_at > ${since} limit ${sql.lit(mostFound)}`.compile(build),
);

/** Keeps the parts of a comment's sketch, and forgets those of the days before yesterday. */
export function keepSketch(comment: {
  id: string;
  site: string;
  sketch: string;
  createdAt: number;
}): CompiledQuery[] {
  const { id, site, sketch, createdAt } = comment;
  const day = dayOf(createdAt);
  return [forgetQuery({ before: day - 1 }), keepQuery({ id, site, day, sketch })];
}

const forgetQuery = prepared(({ before }: { before: number }) =>
  sql`delete from sketch_parts where day < ${before}`.compile(build),
);

const keepQuery = prepared(
  ({ id, site, day, sketch }: { id: string; site: string; day: number; sketch: string }) =>
    sql`insert into sketch_parts (day, site_id, part, comment_id, sketch)
    select ${day}, ${site}, ${partAt(sql`value`, sql`${sketch}`)}, ${id}, ${sketch}
    from json_each(${sql.lit(places)})`.compile(build),
);

/** Forgets the parts of these comments' sketches, while the comments have them. */
export function forgetSketches(ids: RawBuilder<string>): CompiledQuery {
  return sql`delete from sketch_parts where (day, site_id, part, comment_id) in (
    select created_at / ${sql.lit(dayMs)}, site_id, ${partAt(sql`place.value`, sql`sketch`)}, comments.id
    from comments join json_each(${sql.lit(places)}) as place where comments.id in ${ids})`.compile(build);
}

function dayOf(time: number): number {
  return Math.floor(time / dayMs);
}
