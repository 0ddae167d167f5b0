import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { type ActBy, type ActToRecord, recordAct } from './record.ts';

/** An act that changes nothing that is stored, as an export, or that is noted where it was done. */
export async function noteAct(database: Database, act: ActBy, noted: ActToRecord): Promise<void> {
  await database.query(recordAct(act, { where: sql`true`, ...noted }));
}
