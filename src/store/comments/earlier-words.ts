import { sql } from 'kysely';
import { build, type Database } from '../database.ts';
import { indexWords } from './search-index.ts';
import { searchText } from './search-text.ts';

/** How far the index of earlier comments has come: the row of the last. */
export interface Indexed {
  row: number;
}

/**
 * Indexes some of the comments from before there was an index, after those that were done; nothing once all are in
 * it. Every comment since then has a number, so that where the last one has, nothing is missing: that is asked first, as
 * the rest looks at every comment.
 */
export async function indexEarlier(
  database: Database,
  most: number,
  { row }: Indexed = { row: 0 },
): Promise<Indexed | undefined> {
  const rows = await database.query(
    sql<{ row: number; id: string; author: string; body: string; missing: 0 | 1 }>`
      select comments.rowid as row, id, author, body,
        not exists (select 1 from comment_numbers where comment_id = comments.id) as missing
      from (select 1 where (select max(rowid) from comments) > (select coalesce(max(number), 0) from comment_numbers))
        cross join comments
      where comments.rowid > ${row}
      order by comments.rowid limit ${most}`.compile(build),
  );
  const last = rows.at(-1);
  if (!last) return undefined;
  const missing = rows.filter((comment) => comment.missing);
  if (missing.length > 0)
    await database.batch(missing.flatMap(({ id, author, body }) => indexWords(id, author, body)));
  return { row: last.row };
}

/**
 * Makes the index anew for some comments of before names and spellings were told apart in it, the newest first; false
 * once there are none left. What was changed meanwhile, or erased, has its new words already, and two may do it at once.
 */
export async function indexAnew(database: Database, most: number): Promise<boolean> {
  const rows = await database.query(
    sql<{ number: number; author: string; body: string }>`select number, author, body
      from comment_numbers cross join comments on comments.id = comment_id
      where number <= (select left_until from words_made_anew) order by number desc limit ${most}`.compile(
      build,
    ),
  );
  const last = rows.at(-1);
  if (!last) return false;
  const words = rows.map((row) => ({ ...row, words: searchText(row.author, row.body) }));
  const unchanged = sql`json_each(${JSON.stringify(words)}) as words
    cross join comment_numbers on number = words.value ->> 'number'
    cross join comments on comments.id = comment_id
      and author = words.value ->> 'author' and body = words.value ->> 'body'`;
  await database.batch([
    sql`delete from comment_words where rowid in (select number from ${unchanged})`.compile(build),
    sql`insert into comment_words (rowid, written) select number, words.value ->> 'words' from ${unchanged}`.compile(
      build,
    ),
    sql`update words_made_anew set left_until = min(left_until, ${last.number - 1})`.compile(build),
  ]);
  return true;
}
