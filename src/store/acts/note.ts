import { sql } from 'kysely';
import { build, type Database } from '../database.ts';
import { type ActBy, type ActToRecord, recordAct } from './record.ts';

/** An act that changes nothing that is stored, as an export, or that is noted where it was done. */
export async function noteAct(database: Database, act: ActBy, noted: ActToRecord): Promise<void> {
  await database.query(recordAct(act, { where: sql`true`, ...noted }));
}

/** The same of what many do alike: where there is an act of this id, it says that it was done once more. */
export async function countAct(database: Database, act: ActBy, noted: ActToRecord): Promise<void> {
  await database.batch([
    sql`update acts set details = json_set(details, '$.times', coalesce(details ->> 'times', 1) + 1)
      where id = ${act.id}`.compile(build),
    recordAct(act, { where: sql`true`, ...noted }),
  ]);
}
