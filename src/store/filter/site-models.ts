import { sql } from 'kysely';
import type { Schema } from '../../../db/schema.ts';
import { build, type Database, prepared } from '../database.ts';

type Row = Schema['site_models'];

/** How much must have changed for a model to be made anew: so many lessons, and such a share of those it was made of. */
export interface Enough {
  lessons: number;
  share: number;
}

/** The sites that learn and whose model is to be made anew; one that leans on another basis always is. */
export async function listUntaught(database: Database, basis: string, enough: Enough): Promise<string[]> {
  const rows = await database.query(
    sql<{ id: string }>`select sites.id from sites
      join site_counts on site_counts.site_id = sites.id
      left join site_models on site_models.site_id = sites.id
      where learning = 'on' and (site_models.basis <> ${basis} or lesson_changes - coalesce(site_models.changes, 0)
        >= max(${enough.lessons}, ${enough.share} * coalesce(site_models.lessons, 0)))`.compile(build),
  );
  return rows.map(({ id }) => id);
}

/** How often it changed what the site's comments teach. */
export async function readChanges(database: Database, site: string): Promise<number> {
  const rows = await database.query(
    build.selectFrom('site_counts').select('lesson_changes as count').where('site_id', '=', site).compile(),
  );
  return rows[0]?.count ?? 0;
}

/** Keeps a model, unless one is there on the same basis that knows of more changes. */
export async function storeModel(database: Database, made: Row): Promise<void> {
  await database.query(
    sql`insert into site_models (site_id, digest, basis, changes, lessons, made_at, model)
      values (${made.site_id}, ${made.digest}, ${made.basis}, ${made.changes}, ${made.lessons}, ${made.made_at}, ${made.model})
      on conflict (site_id) do update set digest = excluded.digest, basis = excluded.basis, changes = excluded.changes,
        lessons = excluded.lessons, made_at = excluded.made_at, model = excluded.model
      where excluded.changes >= site_models.changes or excluded.basis <> site_models.basis`.compile(build),
  );
}

/** The model of a site, where it has one on this basis. */
export async function readModel(database: Database, site: string, basis: string): Promise<Row | undefined> {
  const [row] = await database.query(modelQuery({ site, basis }));
  return row;
}

const modelQuery = prepared(({ site, basis }: { site: string; basis: string }) =>
  build
    .selectFrom('site_models')
    .selectAll()
    .where('site_id', '=', site)
    .where('basis', '=', basis)
    .compile(),
);
