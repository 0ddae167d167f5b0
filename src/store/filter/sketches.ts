import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import { build, type Database, prepared } from '../database.ts';
import { dayMs } from './facts.ts';

export interface Sketched {
  sketch: string;
  fingerprint: string;
}

/** Long enough a part of a sketch to be rare, short enough that near-equal texts share one: two of its values. */
const partLength = 8;
const mostFound = 200;

/** The comments of the day before `now` that share a part of their sketch: those that may be nearly the same. */
export async function findSketched(
  database: Database,
  site: string,
  sketch: string,
  now: number,
): Promise<Sketched[]> {
  const today = dayOf(now);
  return database.query(
    sharingQuery({ site, today, yesterday: today - 1, since: now - dayMs, parts: partsOf(sketch) }),
  );
}

interface Sharing {
  site: string;
  today: number;
  yesterday: number;
  since: number;
  parts: string;
}

/** Joined in this order and no other: else all parts of a site are gone through. */
const sharingQuery = prepared(({ site, today, yesterday, since, parts }: Sharing) =>
  sql<Sketched>`select distinct comments.id, comments.sketch, comments.fingerprint
    from json_each(${parts}) as part
    cross join sketch_parts as others
      on others.day in (${today}, ${yesterday}) and others.site_id = ${site} and others.part = part.value
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
  return [forgetQuery({ before: day - 1 }), keepQuery({ id, site, day, parts: partsOf(sketch) })];
}

const forgetQuery = prepared(({ before }: { before: number }) =>
  sql`delete from sketch_parts where day < ${before}`.compile(build),
);

const keepQuery = prepared(
  ({ id, site, day, parts }: { id: string; site: string; day: number; parts: string }) =>
    sql`insert into sketch_parts (day, site_id, part, comment_id)
    select ${day}, ${site}, value, ${id} from json_each(${parts})`.compile(build),
);

/** Forgets the parts of these comments' sketches, while the comments have them. */
export function forgetSketches(ids: RawBuilder<string>): CompiledQuery {
  const length = sql.lit(partLength);
  return sql`delete from sketch_parts where (day, site_id, part, comment_id) in (
    select created_at / ${sql.lit(dayMs)}, site_id, place.key || substr(sketch, place.key * ${length} + 1, ${length}), comments.id
    from comments join json_each('[0,0,0,0,0,0,0,0]') as place where comments.id in ${ids})`.compile(build);
}

function dayOf(time: number): number {
  return Math.floor(time / dayMs);
}

/** Each with the number of its place before it, as a JSON array. */
function partsOf(sketch: string): string {
  const parts = sketch.match(new RegExp(`.{${partLength}}`, 'g')) ?? [];
  return JSON.stringify(parts.map((part, place) => place + part));
}
