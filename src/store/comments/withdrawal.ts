import { sql } from 'kysely';
import type { ActBy } from '../acts/record.ts';
import { addActAbout } from '../acts.ts';
import { build, type Database } from '../database.ts';
import { keepEvidence } from '../erasure/evidence.ts';
import { noteWithdrawal } from '../notices/events.ts';
import { takeStepsOf } from '../queue/decision-steps.ts';

/** Withdraws a comment that is not withdrawn yet, by an act; true where this call did it. */
export async function withdrawComment(
  database: Database,
  { site, id }: { site: string; id: string },
  act: ActBy,
): Promise<boolean> {
  const stands = sql`comments.id = ${id} and site_id = ${site} and state <> 'withdrawn'`;
  const details = sql`json_object('comment', comments.id)`;
  const [, , , , rows] = await database.batch([
    takeStepsOf([id]),
    addActAbout({ ...act, kind: 'withdraw', details, where: stands }),
    noteWithdrawal(id, act.createdAt, sql`site_id = ${site}`),
    keepEvidence(sql`(${id})`, act.createdAt),
    build
      .updateTable('comments')
      .set((row) => ({ state: 'withdrawn' as const, version: row('version', '+', 1) }))
      .where('site_id', '=', site)
      .where('id', '=', id)
      .where('state', '<>', 'withdrawn')
      .returning('id')
      .compile(),
  ]);
  return rows.length > 0;
}
