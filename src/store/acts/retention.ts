import { type RawBuilder, sql } from 'kysely';
import { build, type Database } from '../database.ts';

/** As many rows are deleted at once: all others wait meanwhile. */
const stepRows = 200;

/** One step of deleting what was done on a site up to then; whether there may be more. */
export function pruneActs(database: Database, site: string, until: number): Promise<boolean> {
  return prune(database, sql`acts.site_id = ${site} and acts.created_at <= ${until}`);
}

/** The same of what was done on no site, or on one that is gone. */
export function pruneOtherActs(database: Database, until: number): Promise<boolean> {
  return prune(
    database,
    sql`acts.created_at <= ${until} and (acts.site_id is null or acts.site_id not in (select id from sites))`,
  );
}

/**
 * What undid something goes before that. What is not at its end stays, and so does an import as long as what it brought
 * in, which a second run is held against; and that keys were folded, which is done once.
 */
async function prune(database: Database, old: RawBuilder<unknown>): Promise<boolean> {
  const goes = sql`${old} and acts.ended_at is not null and acts.kind <> 'fold'
    and not exists (select 1 from acts as later where later.undoes = acts.id)
    and not exists (select 1 from imported_comments where act_id = acts.id)`;
  const some = (table: string, key: string) => {
    const columns = sql`act_id, ${sql.ref(key)}`;
    return sql<{ gone: 1 }>`delete from ${sql.table(table)} where (${columns}) in
      (select ${columns} from acts cross join ${sql.table(table)} on act_id = acts.id
        where acts.kind = 'move' and ${goes} limit ${sql.lit(stepRows)}) returning 1 as gone`.compile(build);
  };
  const gone = await database.batch([
    some('moved_comments', 'comment_id'),
    some('moved_articles', 'position'),
    sql<{ gone: 1 }>`delete from acts where id in (select id from acts where ${goes}
        and not exists (select 1 from moved_comments where act_id = acts.id)
        and not exists (select 1 from moved_articles where act_id = acts.id)
      limit ${sql.lit(stepRows)}) returning 1 as gone`.compile(build),
  ]);
  return gone.some(({ length }) => length > 0);
}
