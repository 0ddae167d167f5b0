import { sql } from 'kysely';
import { build, type Database } from '../database.ts';
import { searchText } from './search-text.ts';

/**
 * Makes the index anew for some comments of before names and spellings were told apart in it, the newest first; false
 * once there are none left. What was changed meanwhile, or erased, has its new words already, and two may do it at once.
 */
export async function indexAnew(database: Database, most: number): Promise<boolean> {
  const rows = await database.query(
    sql<{ number: number; author: string; body: string }>`select number, author, body from comments
      where number <= (select left_until from words_made_anew) order by number desc limit ${most}`.compile(
      build,
    ),
  );
  const last = rows.at(-1);
  if (!last) return false;
  const words = rows.map((row) => ({ ...row, words: searchText(row.author, row.body) }));
  const unchanged = sql`json_each(${JSON.stringify(words)}) as words
    cross join comments on number = words.value ->> 'number' and author = words.value ->> 'author' and body = words.value ->> 'body'`;
  await database.batch([
    sql`delete from comment_words where rowid in (select number from ${unchanged})`.compile(build),
    sql`insert into comment_words (rowid, written) select number, words.value ->> 'words' from ${unchanged}`.compile(
      build,
    ),
    sql`update words_made_anew set left_until = min(left_until, ${last.number - 1})`.compile(build),
  ]);
  return true;
}
