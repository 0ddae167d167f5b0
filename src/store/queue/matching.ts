import { type RawBuilder, sql } from 'kysely';
import { inSteps } from '../../world/slices.ts';
import { type Position, toPage } from '../cursor.ts';
import { build, type Database } from '../database.ts';
import { fewEnough, narrowest } from './narrowing.ts';
import { idsQuery } from './page-ids.ts';
import { ageIn, type QueueFilter } from './queue-filter.ts';

/** A comment that matches a filter. */
export interface Matching {
  id: string;
  version: number;
  /** Whether it meets the condition besides. */
  meets: 0 | 1;
}

interface MatchingRow extends Matching {
  place: number;
  row: number;
}

const readTogether = 200;

/**
 * Which comments match a filter, oldest first, and no more than so many. They are read some at a time, so that nobody
 * waits for all of them; what comes in meanwhile is not among them.
 */
export async function listMatching(
  database: Database,
  filter: QueueFilter,
  most: number,
  condition = sql`1`,
): Promise<Matching[]> {
  const newest = await findNewest(database);
  const narrowing = await narrowest(database, filter);
  const found: Matching[] = [];
  const limit = narrowing ? fewEnough : readTogether;
  const query = { ...filter, sort: 'oldest', limit } as const;
  let cursor: string | undefined;
  await inSteps(async () => {
    const ids = idsQuery({ ...query, cursor }, oldestFirst(filter), narrowing);
    const page = toPage(await database.query(pageQuery(ids, ageIn(filter.tab), condition)), limit, placeOf);
    found.push(...page.rows.filter(({ row }) => row <= newest));
    cursor = page.nextCursor ?? undefined;
    return cursor !== undefined && found.length < most;
  });
  return found.slice(0, most);
}

function placeOf({ place, id }: MatchingRow): Position {
  return [place, id];
}

/** Rows are numbered as they come. */
async function findNewest(database: Database): Promise<number> {
  const [newest] = await database.query(
    sql<{ row: number | null }>`select max(rowid) as row from comments`.compile(build),
  );
  return newest?.row ?? 0;
}

function oldestFirst({ tab }: QueueFilter) {
  return { place: ageIn(tab), direction: sql.raw('asc') };
}

/** In the order of the ids, which the next page goes on from. */
function pageQuery(ids: RawBuilder<unknown>, place: RawBuilder<unknown>, condition: RawBuilder<unknown>) {
  return sql<MatchingRow>`with page as materialized (${ids})
    select comments.id, comments.version, ${condition} as meets, ${place} as place, comments.rowid as row
    from page cross join comments on comments.id = page.id`.compile(build);
}

/** How many comments match a filter, counted no further than `most`, which are few: they are counted in one go. */
export async function countMatching(database: Database, filter: QueueFilter, most: number): Promise<number> {
  const narrowing = await narrowest(database, filter);
  const ids = idsQuery({ ...filter, sort: 'oldest', limit: most - 1 }, oldestFirst(filter), narrowing);
  const [row] = await database.query(
    sql<{ count: number }>`select count(*) as count from (${ids})`.compile(build),
  );
  return row?.count ?? 0;
}
