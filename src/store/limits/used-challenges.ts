import { sql } from 'kysely';
import { build, type Database, prepared } from '../database.ts';

/** A challenge as its id says it. */
export interface Used {
  id: string;
  expiresAt: number;
}

export interface Use {
  spent: boolean;
  /** What the request is known by that spent it with a right answer. */
  spentBy: string | null;
  heard: boolean;
}

/** What has been done with a challenge. */
export async function findUse(database: Database, id: string): Promise<Use> {
  const [row] = await database.query(lookUpQuery({ id }));
  return { spent: row?.spent === 1, spentBy: row?.spent_by ?? null, heard: (row?.heard ?? 0) > 0 };
}

const lookUpQuery = prepared(({ id }: { id: string }) =>
  build.selectFrom('used_challenges').select(['spent', 'spent_by', 'heard']).where('id', '=', id).compile(),
);

/**
 * Spends the challenge, in one statement: whoever gets it is the only one. A request that is known by something may
 * come again and finds what it has spent its own. One that is over is asked for like any other, and nobody gets it.
 */
export async function spendOnce(
  database: Database,
  used: Used,
  now: number,
  by: string | null,
): Promise<boolean> {
  const spent = await database.query(
    sql<{ id: string }>`insert into used_challenges (id, expires_at, spent, spent_by)
      select ${used.id}, ${used.expiresAt}, 1, ${by} where ${used.expiresAt} > ${now}
      on conflict (id) do update set spent = 1, spent_by = excluded.spent_by
        where spent = 0 or spent_by = excluded.spent_by
      returning id`.compile(build),
  );
  return spent.length > 0;
}

/** Notes that a challenge was listened to; false where it is spent, or was begun too often. */
export async function noteHearing(
  database: Database,
  { id, expiresAt }: Used,
  { most, fromStart }: { most: number; fromStart: boolean },
): Promise<boolean> {
  const begun = fromStart ? 1 : 0;
  const heard = await database.query(
    sql<{ heard: number }>`insert into used_challenges (id, expires_at, heard) values (${id}, ${expiresAt}, 1)
      on conflict (id) do update set heard = max(1, heard + ${begun})
        where spent = 0 and (heard < ${most} or ${begun} = 0)
      returning heard`.compile(build),
  );
  return heard.length > 0;
}
