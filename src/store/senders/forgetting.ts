import { type RawBuilder, sql } from 'kysely';
import { build, type Database } from '../database.ts';
import { isFrom } from './name.ts';

/** So many at once: all others wait meanwhile. */
const stepRows = 200;

/**
 * One step of forgetting what moderators said of a site's senders: what is as old as the site keeps a sender, and notes
 * of whom no trace is left. Whether there may be more.
 */
export async function forgetSenders(
  database: Database,
  site: string,
  now: number,
  termMs: number,
): Promise<boolean> {
  // A clock that went back makes what was said in the future, whose age is counted the same way.
  const isOver = sql`abs(created_at - ${now}) >= ${termMs}`;
  const isTraceless = sql`not exists (select 1 from comments
    where comments.site_id = sender_notes.site_id and ${isFrom(sql`comments.sender`, sql`sender_notes.sender`)})`;
  const [notes, holds] = await database.batch([
    forget('sender_notes', site, sql`(${isOver} or ${isTraceless})`),
    forget('sender_holds', site, isOver),
  ]);
  return notes.length === stepRows || holds.length === stepRows;
}

function forget(table: 'sender_notes' | 'sender_holds', site: string, isOver: RawBuilder<unknown>) {
  return sql<{ gone: 1 }>`delete from ${sql.table(table)} where id in
    (select id from ${sql.table(table)} where site_id = ${site} and ${isOver} limit ${sql.lit(stepRows)})
    returning 1 as gone`.compile(build);
}
