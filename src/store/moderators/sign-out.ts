import { sql } from 'kysely';
import { type ActBy, recordAct } from '../acts/record.ts';
import { build, type Database } from '../database.ts';

/** Ends the session that its holder leaves, by an act where it is there still. */
export async function signOut(
  database: Database,
  moderatorId: string,
  hash: string,
  act: ActBy,
): Promise<void> {
  const own = sql`from credentials where hash = ${hash} and moderator_id = ${moderatorId} and kind = 'session'`;
  await database.batch([
    recordAct(act, { kind: 'sign-out', account: moderatorId, where: sql`exists (select 1 ${own})` }),
    sql`delete ${own}`.compile(build),
  ]);
}
