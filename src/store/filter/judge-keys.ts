import { type CompiledQuery, sql } from 'kysely';
import type { Schema } from '../../../db/schema.ts';
import { build, type Database, prepared } from '../database.ts';

/** `secret` signs what a judge is asked, and is ours; `api-key` is what the site has at somebody else's. */
export type JudgeKeyKind = Schema['judge_keys']['kind'];

/** A key as it is stored; it opens with the installation's own secret, for its site. */
export interface StoredJudgeKey {
  site: string;
  kind: JudgeKeyKind;
  sealed: string;
  /** What was there before, which is valid until then. */
  sealedOld: string | null;
  oldUntil: number;
  /** What a person knows it by. */
  shown: string;
  createdAt: number;
}

export function listJudgeKeys(database: Database, site: string): Promise<StoredJudgeKey[]> {
  return database.query(keysQuery({ site }));
}

const keysQuery = prepared(({ site }: { site: string }) =>
  sql<StoredJudgeKey>`select site_id as site, kind, sealed_key as sealed, sealed_old_key as "sealedOld",
      old_key_until as "oldUntil", shown, created_at as "createdAt"
    from judge_keys where site_id = ${site}`.compile(build),
);

/** Stores a key by an act, in place of the one before, which stays valid for as long as `oldUntil` says. */
export async function storeJudgeKey(
  database: Database,
  { site, kind, sealed, oldUntil, shown, createdAt }: Omit<StoredJudgeKey, 'sealedOld'>,
  act: CompiledQuery,
): Promise<void> {
  await database.batch([
    sql`insert into judge_keys (site_id, kind, sealed_key, shown, created_at)
      values (${site}, ${kind}, ${sealed}, ${shown}, ${createdAt})
      on conflict (site_id, kind) do update set sealed_key = excluded.sealed_key, shown = excluded.shown,
        created_at = excluded.created_at, sealed_old_key = judge_keys.sealed_key, old_key_until = ${oldUntil}`.compile(
      build,
    ),
    act,
  ]);
}

/** Forgets all keys of a site by an act; nothing where it has none. */
export async function dropJudgeKeys(database: Database, site: string, act: CompiledQuery): Promise<void> {
  await database.batch([sql`delete from judge_keys where site_id = ${site}`.compile(build), act]);
}
