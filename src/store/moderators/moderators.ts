import { sql } from 'kysely';
import type { Language } from '../../language/language.ts';
import type { Role } from '../../moderators/moderator.ts';
import { type ActBy, recordAct } from '../acts/record.ts';
import { among, build, type Database } from '../database.ts';

export interface ModeratorToStore {
  id: string;
  name: string;
  password: string;
  role: Role;
  /** None: all sites, those to come included. */
  sites: readonly string[];
  createdAt: number;
}

/** Rejects with Duplicate where the name is taken. */
export async function addModerator(
  database: Database,
  moderator: ModeratorToStore,
  act: ActBy,
): Promise<void> {
  await database.batch([...insertModerator(moderator), noteAdded(moderator, act)]);
}

export function noteAdded({ id, role, sites }: ModeratorToStore, act: ActBy) {
  const details = { role, sites: sites.length === 0 ? null : sites };
  return recordAct(act, { kind: 'account-create', account: id, details, where: sql`true` });
}

export function insertModerator({ id, name, password, role, sites, createdAt }: ModeratorToStore) {
  const all_sites = sites.length === 0 ? (1 as const) : (0 as const);
  return [
    build
      .insertInto('moderators')
      .values({ id, name, password, role, all_sites, created_at: createdAt })
      .compile(),
    sql`insert into moderator_sites (moderator_id, site_id)
      select ${id}, value from json_each(${JSON.stringify(sites)})`.compile(build),
  ];
}

export async function anyModerator(database: Database): Promise<boolean> {
  const rows = await database.query(build.selectFrom('moderators').select('id').limit(1).compile());
  return rows.length > 0;
}

export interface NamedAccount {
  id: string;
  name: string;
  disabledAt: number | null;
}

/** Every account, for a name that somebody typed: SQL knows neither composed letters nor width. */
export async function listNames(database: Database): Promise<NamedAccount[]> {
  return database.query(
    build.selectFrom('moderators').select(['id', 'name', 'disabled_at as disabledAt']).compile(),
  );
}

export async function setModeratorLanguage(
  database: Database,
  id: string,
  language: Language,
): Promise<void> {
  await database.query(build.updateTable('moderators').set({ language }).where('id', '=', id).compile());
}

/** An account as an owner sees it. */
export interface ListedModerator {
  id: string;
  name: string;
  role: Role;
  everywhere: boolean;
  /** Those that the owner works on too; none where it works on all of them. */
  sites: string[];
  createdAt: number;
  disabledAt: number | null;
  secondFactor: boolean;
  /** Whether the owner may change it: it works on no site that the owner does not. */
  changeable: boolean;
}

/** The accounts that work on a site of this owner's, in the order of their names. */
export async function listModerators(
  database: Database,
  owner: { id: string; sites: readonly string[] },
  id?: string,
): Promise<ListedModerator[]> {
  const rows = await database.query(
    sql<ListedRow>`select target.id, target.name, target.role, target.all_sites as everywhere,
        target.created_at as "createdAt", target.disabled_at as "disabledAt",
        exists (select 1 from second_factors where moderator_id = target.id and confirmed_at is not null)
          as "secondFactor",
        (select json_group_array(site_id) from moderator_sites
          where moderator_id = target.id and site_id in ${among(owner.sites)}) as sites,
        ${isWithinReach(owner.id)} as changeable
      from moderators as target
      where ${id === undefined ? sql`true` : sql`target.id = ${id}`}
        and (target.all_sites = 1 or exists (select 1 from moderator_sites
          where moderator_id = target.id and site_id in ${among(owner.sites)}))
      order by target.name`.compile(build),
  );
  return rows.map(toListed);
}

type ListedRow = Pick<ListedModerator, 'id' | 'name' | 'role' | 'createdAt' | 'disabledAt'> & {
  sites: string;
} & Record<'everywhere' | 'secondFactor' | 'changeable', 0 | 1>;

function toListed({ sites, everywhere, secondFactor, changeable, ...same }: ListedRow): ListedModerator {
  return {
    ...same,
    sites: JSON.parse(sites),
    everywhere: everywhere === 1,
    secondFactor: secondFactor === 1,
    changeable: changeable === 1,
  };
}

/** Of the row `target`: whether this owner, as the account is now, works on every site that it does. */
export function isWithinReach(ownerId: string) {
  return sql`exists (select 1 from moderators as boss where boss.id = ${ownerId} and boss.role = 'owner'
    and boss.disabled_at is null and (boss.all_sites = 1 or (target.all_sites = 0
      and not exists (select 1 from moderator_sites where moderator_id = target.id and site_id not in
        (select site_id from moderator_sites where moderator_id = boss.id)))))`;
}

export async function worksEverywhere(database: Database, id: string): Promise<boolean> {
  const [row] = await database.query(
    build.selectFrom('moderators').select('all_sites').where('id', '=', id).compile(),
  );
  return row?.all_sites === 1;
}
