import { sql } from 'kysely';
import { build, type Database } from '../database.ts';
import { leaseMs } from './deliveries.ts';
import { letterLeaseMs } from './letters.ts';

const leases = { deliveries: leaseMs, letters: letterLeaseMs };

/** Makes due at once what was on its way as the process ended: nobody else has it. Where nothing was, nothing is written. */
export async function giveBackTaken(database: Database, table: keyof typeof leases): Promise<void> {
  const isTaken = sql`status = 'waiting' and due_at = tried_at + ${leases[table]}`;
  const some = await database.query(
    sql`select 1 from ${sql.table(table)} where ${isTaken} limit 1`.compile(build),
  );
  if (some.length === 0) return;
  await database.query(sql`update ${sql.table(table)} set due_at = 0 where ${isTaken}`.compile(build));
}
