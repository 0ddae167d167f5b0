import { type CompiledQuery, sql } from 'kysely';
import { build, type Database } from '../database.ts';

/** A key as it is stored; its secret opens with the installation's own, for its id. */
export interface StoredIdentityKey {
  id: string;
  site: string;
  sealedSecret: string;
  /** What a person knows it by. */
  shown: string;
  createdAt: number;
}

/** So many are valid for a site at most: the present one, one before and one to come. */
export const mostIdentityKeys = 3;

export function listIdentityKeys(database: Database, site: string): Promise<StoredIdentityKey[]> {
  return database.query(
    sql<StoredIdentityKey>`select id, site_id as site, sealed_secret as "sealedSecret", shown, created_at as "createdAt"
      from identity_keys where site_id = ${site} order by created_at, id`.compile(build),
  );
}

/** Stores a key by an act; whether there was room for it. */
export async function storeIdentityKey(
  database: Database,
  { id, site, sealedSecret, shown, createdAt }: StoredIdentityKey,
  act: CompiledQuery,
): Promise<boolean> {
  const [added] = await database.batch([
    sql<{ id: string }>`insert into identity_keys (id, site_id, sealed_secret, shown, created_at)
      select ${id}, ${site}, ${sealedSecret}, ${shown}, ${createdAt}
      where (select count(*) from identity_keys where site_id = ${site}) < ${mostIdentityKeys} returning id`.compile(
      build,
    ),
    act,
  ]);
  return added.length > 0;
}

/** Ends a key by an act; whether the site had it. */
export async function dropIdentityKey(
  database: Database,
  { site, id }: Pick<StoredIdentityKey, 'site' | 'id'>,
  act: CompiledQuery,
): Promise<boolean> {
  const [gone] = await database.batch([
    sql<{
      id: string;
    }>`delete from identity_keys where id = ${id} and site_id = ${site} returning id`.compile(build),
    act,
  ]);
  return gone.length > 0;
}
