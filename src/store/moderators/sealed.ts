import { sql } from 'kysely';
import { build, type Database } from '../database.ts';

/** Something that was sealed, where it stands, and what says for whom. */
export interface Sealed {
  table: 'identity_keys' | 'judge_keys' | 'channels' | 'second_factors';
  column: string;
  sealed: string;
  /** The id of its row, or the kind of a judge's key. */
  of: string;
  site: string | null;
  judgeUrl: string | null;
}

const places = [
  { table: 'identity_keys', of: 'id', site: 'null', columns: ['sealed_secret'] },
  {
    table: 'channels',
    of: 'id',
    site: 'site_id',
    columns: ['sealed_url', 'sealed_secret', 'sealed_old_secret'],
  },
  { table: 'second_factors', of: 'moderator_id', site: 'null', columns: ['sealed_secret'] },
  { table: 'judge_keys', of: 'kind', site: 'site_id', columns: ['sealed_key', 'sealed_old_key'] },
] as const;

/** All that was sealed with a secret of this installation. */
export async function listSealed(database: Database): Promise<Sealed[]> {
  const queries = places.flatMap(({ table, of, site, columns }) =>
    columns.map((column) =>
      sql<Sealed>`select ${table} as "table", ${column} as "column", ${sql.ref(column)} as sealed, ${sql.ref(of)} as "of",
          ${sql.raw(site)} as site, (select judge_url from sites where sites.id = ${sql.raw(site)}) as "judgeUrl"
        from ${sql.table(table)} where ${sql.ref(column)} is not null`.compile(build),
    ),
  );
  return (await database.batch(queries)).flat();
}

/** Puts in its place what was sealed anew, unless that was changed meanwhile. */
export async function putSealed(
  database: Database,
  { table, column, sealed }: Sealed,
  anew: string,
): Promise<void> {
  await database.query(
    sql`update ${sql.table(table)} set ${sql.ref(column)} = ${anew} where ${sql.ref(column)} = ${sealed}`.compile(
      build,
    ),
  );
}
