import { sql } from 'kysely';
import type { Language } from '../language.ts';
import type { Moderator, Role } from '../moderators/moderator.ts';
import { among, build, type Database } from './database.ts';

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
export async function addModerator(database: Database, moderator: ModeratorToStore): Promise<void> {
  await database.batch(insertModerator(moderator));
}

function insertModerator({ id, name, password, role, sites, createdAt }: ModeratorToStore) {
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

/** The id and password hash that belong to a name. */
export async function findAccount(database: Database, name: string) {
  const [row] = await database.query(
    build.selectFrom('moderators').select(['id', 'password']).where('name', '=', name).compile(),
  );
  return row;
}

export async function setModeratorLanguage(
  database: Database,
  id: string,
  language: Language,
): Promise<void> {
  await database.query(build.updateTable('moderators').set({ language }).where('id', '=', id).compile());
}

/** The moderator that a session or token belongs to, while it lives. */
export async function findByCredential(
  database: Database,
  kind: 'session' | 'token',
  hash: string,
  now: number,
): Promise<Moderator | undefined> {
  const [row] = await database.query(
    build
      .selectFrom('credentials')
      .innerJoin('moderators', 'moderators.id', 'credentials.moderator_id')
      .select([
        'moderators.id',
        'moderators.name',
        'moderators.role',
        'moderators.language',
        sql<string>`(select json_group_array(sites.id) from sites where moderators.all_sites = 1 or sites.id in
          (select site_id from moderator_sites where moderator_id = moderators.id))`.as('sites'),
      ])
      .where('credentials.hash', '=', hash)
      .where('credentials.kind', '=', kind)
      .where((row) => row.or([row('expires_at', 'is', null), row('expires_at', '>', now)]))
      .compile(),
  );
  return row && { ...row, sites: JSON.parse(row.sites) };
}

export interface CredentialToStore {
  hash: string;
  moderatorId: string;
  kind: 'session' | 'token';
  createdAt: number;
  expiresAt: number | null;
}

/** Stores a session or token, and forgets what has expired. */
export async function putCredential(database: Database, credential: CredentialToStore): Promise<void> {
  const { hash, moderatorId, kind, createdAt, expiresAt } = credential;
  const row = { hash, moderator_id: moderatorId, kind, created_at: createdAt, expires_at: expiresAt };
  await database.batch([
    build.deleteFrom('credentials').where('expires_at', '<=', createdAt).compile(),
    build.insertInto('credentials').values(row).compile(),
  ]);
}

export async function deleteCredential(database: Database, hash: string): Promise<void> {
  await database.query(build.deleteFrom('credentials').where('hash', '=', hash).compile());
}

/** Stores a link, and forgets those that have expired. */
export async function putSetupLink(
  database: Database,
  hash: string,
  expiresAt: number,
  now: number,
): Promise<void> {
  await database.batch([
    build.deleteFrom('setup_links').where('expires_at', '<=', now).compile(),
    build.insertInto('setup_links').values({ hash, expires_at: expiresAt }).compile(),
  ]);
}

export async function findSetupLink(database: Database, hash: string, now: number): Promise<boolean> {
  const rows = await database.query(
    build
      .selectFrom('setup_links')
      .select('hash')
      .where('hash', '=', hash)
      .where('expires_at', '>', now)
      .where((row) => row.not(row.exists(row.selectFrom('moderators').select('id'))))
      .compile(),
  );
  return rows.length > 0;
}

/** Adds the owner and spends every link in one write; false where the link no longer works. */
export async function addFirstOwner(
  database: Database,
  hash: string,
  owner: Omit<ModeratorToStore, 'role' | 'sites'>,
): Promise<boolean> {
  const { id, name, password, createdAt } = owner;
  const [added] = await database.batch([
    sql<{ id: string }>`insert into moderators (id, name, password, role, all_sites, created_at)
      select ${id}, ${name}, ${password}, 'owner', 1, ${createdAt}
      where exists (select 1 from setup_links where hash = ${hash} and expires_at > ${createdAt})
        and not exists (select 1 from moderators)
      returning id`.compile(build),
    build
      .deleteFrom('setup_links')
      .where((row) => row.exists(row.selectFrom('moderators').select('id')))
      .compile(),
  ]);
  return added.length > 0;
}

/** Which of these sites do not exist. */
export async function missingSites(database: Database, sites: readonly string[]): Promise<string[]> {
  const rows = await database.query(
    build.selectFrom('sites').select('id').where('id', 'in', among(sites)).compile(),
  );
  return sites.filter((site) => !rows.some((row) => row.id === site));
}
