import { sql } from 'kysely';
import { build, type Database } from '../database.ts';
import type { SqliteDatabase } from '../sqlite.ts';
import { listings } from './listings.ts';
import { type Kind, kinds, type Moved } from './rows.ts';

/** One row with what kind it is of. */
export type MovedRow = { [One in Kind]: { kind: One; row: Moved[One] } }[Kind];

/** From now on this connection, which must not write any more, reads how things stand at its next query. */
export async function holdStill(database: SqliteDatabase): Promise<void> {
  await database.query(sql`begin`.compile(build));
}

/** All that is moved to another database, or what of it is one site's; throws where somebody writes meanwhile. */
export async function* exportRows(database: Database, site: string | undefined): AsyncGenerator<MovedRow> {
  const before = await readStanding(database);
  for (const kind of kinds) yield* rowsOf(database, kind, site);
  if ((await readStanding(database)) !== before)
    throw new Error('somebody wrote to the database meanwhile, so this export is of no use: run it again');
}

async function* rowsOf<One extends Kind>(database: Database, kind: One, site: string | undefined) {
  for await (const row of listings[kind](database, site)) yield { kind, row } as MovedRow;
}

/** Differs where comments, what was decided of them or what was reported differ. */
export async function readStanding(database: Database): Promise<string> {
  const [row] = await database.query(
    sql<{ standing: string }>`select json_array(
      (select json_group_array(json_array(site_id, state, count)) from state_counts),
      (select count(*) from decisions), (select count(*) from edits), (select count(*) from reports),
      (select sum(version) from articles), (select sum(erased_until) from sites)) as standing`.compile(build),
  );
  return row?.standing ?? '';
}
