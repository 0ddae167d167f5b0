import { sql } from 'kysely';
import { build, type Database } from './database.ts';
import type { ModeratorToStore } from './moderators.ts';

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
