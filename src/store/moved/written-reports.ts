import { sql } from 'kysely';
import { among, build, type Database } from '../database.ts';
import { insert } from './insert.ts';
import type { Moved } from './rows.ts';
import { isErased } from './writes.ts';

type Report = Moved['report'];

/** What is said of it elsewhere belongs to what is kept of it here. */
const isKept = sql`(value ->> 'settledBy' is null
  and exists (select 1 from kept_evidence where comment_id = value ->> 'comment'))`;

/**
 * Writes the reports that are not there, and says how many those were. They come unsettled and are settled then, since
 * the triggers count them so.
 */
export async function writeReports(database: Database, reports: readonly Report[]): Promise<number> {
  const known = await listKnown(database, reports);
  const added = reports.filter((report) => !known.some((one) => isSame(one, report)));
  if (added.length === 0) return 0;
  const settled = added.filter(({ settledBy }) => settledBy !== null);
  const [written] = await database.batch([
    insert(
      sql`reports (comment_id, sender, reason, details, created_at)`,
      sql`value ->> 'comment', value ->> 'sender', value ->> 'reason', iif(${isErased} and not ${isKept}, '', value ->> 'details'),
        value ->> 'createdAt'`,
      added,
      sql`not ${isLetGo}`,
    ),
    sql`update reports set settled_by = moved.value ->> 'settledBy'
      from json_each(${JSON.stringify(settled)}) as moved
      where comment_id = moved.value ->> 'comment' and sender = moved.value ->> 'sender'`.compile(build),
  ]);
  return written.length;
}

/** Settled by time, here: what it is about was taken back, and is not kept any more. */
const isLetGo = sql`(value ->> 'settledBy' is null
  and exists (select 1 from comments where id = value ->> 'comment' and state = 'withdrawn')
  and not exists (select 1 from kept_evidence where comment_id = value ->> 'comment'))`;

type Known = Pick<Report, 'comment' | 'sender' | 'reason' | 'createdAt'>;

function listKnown(database: Database, reports: readonly Report[]): Promise<Known[]> {
  const comments = reports.map(({ comment }) => comment);
  return database.query(
    build
      .selectFrom('reports')
      .select(['comment_id as comment', 'sender', 'reason', 'created_at as createdAt'])
      .where('comment_id', 'in', among(comments))
      .compile(),
  );
}

/** Who reported may have been erased here since. */
function isSame(known: Known, report: Report): boolean {
  if (known.comment !== report.comment) return false;
  if (known.sender === report.sender) return true;
  const told = known.createdAt === report.createdAt && known.reason === report.reason;
  return told && known.sender.startsWith('erased ');
}
