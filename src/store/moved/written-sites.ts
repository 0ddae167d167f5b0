import { type CompiledQuery, sql } from 'kysely';
import { build } from '../database.ts';
import { toRow } from '../sites.ts';
import { insert, type Write } from './insert.ts';
import type { Moved } from './rows.ts';

/** A site without articles is as good as new: it takes what it is told of itself. */
const isNew = (site: string) => sql`not exists (select 1 from articles where site_id = ${sql.raw(site)})`;

/** The version steps aside first, so that no trigger counts the settings as a change. */
export const insertSites: Write<Moved['site']> = (rows) => {
  const sites = rows.map(({ id, settings, version, erasedUntil, createdAt }) => ({
    id,
    ...toRow(settings),
    version,
    erased_until: erasedUntil,
    created_at: createdAt,
  }));
  const columns = Object.keys(sites[0] ?? {});
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const values = sql.join(columns.map((column) => sql`value ->> ${sql.lit(column)}`));
  const from = sql`from json_each(${JSON.stringify(sites)})`;
  return [
    insert(sql`sites (${names})`, values, sites),
    sql`update sites set version = -1 where ${isNew('sites.id')}
      and id in (select value ->> 'id' ${from})`.compile(build),
    sql`update sites set (${names}) = (select ${values} ${from} where value ->> 'id' = sites.id)
      where version = -1`.compile(build),
  ];
};

export const insertWords: Write<Moved['word']> = (rows) => [
  insert(
    sql`site_words (site_id, word, effect, created_at)`,
    sql`value ->> 'site', value ->> 'word', value ->> 'effect', value ->> 'createdAt'`,
    rows,
    isNew("value ->> 'site'"),
  ),
];

/** Of two accounts with one name the one that comes is called otherwise: it is not the same person's for certain. */
export const insertModerators: Write<Moved['moderator']> = (rows) => [
  insert(
    sql`moderators (id, name, password, role, all_sites, language, keys, disabled_at, created_at)`,
    sql`value ->> 'id', case when exists (select 1 from moderators where name = value ->> 'name')
      then (value ->> 'name') || ' (' || substr(value ->> 'id', 1, 8) || ')' else value ->> 'name' end,
      value ->> 'password', value ->> 'role', value ->> 'everywhere', value ->> 'language', value ->> 'keys',
      value ->> 'disabledAt', value ->> 'createdAt'`,
    rows,
  ),
  insertReach(rows),
];

function insertReach(rows: readonly Moved['moderator'][]): CompiledQuery {
  return sql`insert into moderator_sites (moderator_id, site_id)
    select moved.value ->> 'id', site.value
    from json_each(${JSON.stringify(rows)}) as moved join json_each(moved.value -> 'sites') as site
    where ${isNew('site.value')} on conflict do nothing`.compile(build);
}
