import { type CompiledQuery, sql } from 'kysely';
import { build, type Database } from './database.ts';

export interface Sketched {
  sketch: string;
  fingerprint: string;
}

/** Long enough a part of a sketch to be rare, short enough that near-equal texts share one: two of its values. */
const partLength = 8;
const mostFound = 200;

/**
 * The comments since then that share a part of their sketch: those that may be nearly the same. Joined in this order
 * and no other: else all parts of a site are gone through.
 */
export async function findSketched(
  database: Database,
  site: string,
  sketch: string,
  since: number,
): Promise<Sketched[]> {
  return database.query(
    sql<Sketched>`select distinct comments.id, comments.sketch, comments.fingerprint
      from json_each(${partsOf(sketch)}) as part
      cross join sketch_bands as bands
        on bands.site_id = ${site} and bands.band = part.key and bands.part = part.value
      cross join comments on comments.id = bands.comment_id
      where bands.created_at > ${since} limit ${mostFound}`.compile(build),
  );
}

/** Keeps the parts of a comment's sketch, and forgets those from before then. */
export function keepSketch(
  comment: { id: string; site: string; sketch: string; createdAt: number },
  before: number,
): CompiledQuery[] {
  const { id, site, sketch, createdAt } = comment;
  return [
    build.deleteFrom('sketch_bands').where('created_at', '<', before).compile(),
    sql`insert into sketch_bands (site_id, band, part, comment_id, created_at)
      select ${site}, key, value, ${id}, ${createdAt} from json_each(${partsOf(sketch)})`.compile(build),
  ];
}

function partsOf(sketch: string): string {
  return JSON.stringify(sketch.match(new RegExp(`.{${partLength}}`, 'g')) ?? []);
}
