import { sql } from 'kysely';
import { build, type Database } from '../database.ts';
import { noteAlert } from '../notices/digests.ts';
import { noteEvent } from '../notices/events.ts';
import { takeStepsOf } from '../queue/decision-steps.ts';

/** What an author said against a decision, and when. */
export interface Appeal {
  text: string;
  at: number;
}

/**
 * Puts a comment that was not published back to where moderators look, with its author's words. True where this
 * call did it: a comment is appealed for once. What the filter was taught by it stays until it is decided again.
 */
export async function storeAppeal(
  database: Database,
  { id, site, text, at }: Appeal & { id: string; site: string },
): Promise<boolean> {
  const [, rows] = await database.batch([
    takeStepsOf([id]),
    build
      .updateTable('comments')
      .set((row) => ({
        state: 'pending' as const,
        apart: 0 as const,
        version: row('version', '+', 1),
        appeal: text,
        appealed_at: at,
      }))
      .where('id', '=', id)
      .where('site_id', '=', site)
      .where('appealed_at', 'is', null)
      .where('state', 'in', ['rejected', 'spam'])
      .returning('id')
      .compile(),
    noteEvent({ kind: 'comment.appealed', comment: id, createdAt: at }),
    noteAlert('appeal', id, at, sql`appealed_at = ${at}`),
  ]);
  return rows.length > 0;
}

export async function findAppeal(database: Database, commentId: string): Promise<Appeal | undefined> {
  const [row] = await database.query(
    build
      .selectFrom('comments')
      .select(['appeal as text', 'appealed_at as at'])
      .where('id', '=', commentId)
      .where('appealed_at', 'is not', null)
      .$narrowType<Appeal>()
      .compile(),
  );
  return row;
}
