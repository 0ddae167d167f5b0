import { sql } from 'kysely';
import type { Language } from '../language.ts';
import type { Role } from '../moderators/moderator.ts';
import { build, type Database } from './database.ts';

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
