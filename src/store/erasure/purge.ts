import { sql } from 'kysely';
import { inSteps } from '../../world/slices.ts';
import { build, type Database } from '../database.ts';
import type { SqliteDatabase } from '../sqlite.ts';

/** What FTS5 notes of deleted rows stands from this number on: it keeps their words until its parts are merged. */
const firstTombstone = 2 ** 53;
/** Pages that are written at once. */
const stepPages = 16;

const merged = new WeakSet<Database>();

/** Says that words were erased, which the next purge is to take out of the file. */
export function noteErasedWords(database: Database): void {
  merged.delete(database);
}

/** Takes what was erased out of the file too: first out of the index of words, then out of the log. */
export async function purge(database: SqliteDatabase): Promise<void> {
  if (!merged.has(database)) await mergeWords(database);
  await database.purgeLog();
}

async function mergeWords(database: Database): Promise<void> {
  merged.add(database);
  const [tombstone] = await database.query(
    sql`select 1 from comment_words_data where id >= ${sql.lit(firstTombstone)} limit 1`.compile(build),
  );
  if (!tombstone) return;
  await mergeStep(database, -1);
  await inSteps(() => mergeStep(database, stepPages));
}

/** A negative number of pages begins a merge of all; whether this step changed anything, as FTS5 tells it. */
async function mergeStep(database: Database, pages: number): Promise<boolean> {
  const [[before], , [after]] = await database.batch([
    changes(),
    sql`insert into comment_words (comment_words, rank) values ('merge', ${pages})`.compile(build),
    changes(),
  ]);
  return (after?.count ?? 0) - (before?.count ?? 0) >= 2;
}

function changes() {
  return sql<{ count: number }>`select total_changes() as count`.compile(build);
}
