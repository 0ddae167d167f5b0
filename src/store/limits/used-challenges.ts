import { sql } from 'kysely';
import { build, type Database, type Demand, demanding, prepared, Unmet } from '../database.ts';

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
 * Spends the challenge: whoever gets it is the only one. A request that is known by something may come again and finds
 * what it has spent its own. One that is over is asked for like any other, and nobody gets it.
 */
export function spending({ id, expiresAt }: Used, now: number, by: string | null): Demand {
  return spendQuery({ id, expiresAt: expiresAt > now ? expiresAt : null, by });
}

const table = 'used_challenges';

const spendQuery = prepared(
  ({ id, expiresAt, by }: { id: string; expiresAt: number | null; by: string | null }) =>
    sql`insert into ${sql.table(table)} (id, expires_at, spent, spent_by) values (${id}, ${expiresAt}, 1, ${by})
    on conflict (id) do update set spent_by = excluded.spent_by,
      spent = ${demanding(sql`spent = 0 or spent_by = excluded.spent_by`, sql`1`)}`.compile(build),
);

/** Whether a write failed since it was to spend a challenge that is not to be had any more. */
export function isOfSpent(error: unknown): boolean {
  return error instanceof Unmet && error.column.startsWith(`${table}.`);
}

/** Spends it by a write of its own; false where it is not to be had. */
export async function spendOnce(database: Database, spend: Demand): Promise<boolean> {
  try {
    await database.query(spend);
    return true;
  } catch (error) {
    if (isOfSpent(error)) return false;
    throw error;
  }
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
