import { sql } from 'kysely';
import type { Moderator } from '../moderators/moderator.ts';
import { build, type Database } from './database.ts';

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
