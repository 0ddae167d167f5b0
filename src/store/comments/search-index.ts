import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import { build, type Database, prepared } from '../database.ts';
import { searchText, wordsIn } from './search-text.ts';

/**
 * What the index is asked for: every word somewhere, whole, since beginnings of words would have to be gathered from
 * all over the index. A word with marks must be written so; one without is found however it is written.
 */
export function matchOf(q: string): string {
  const words = wordsIn(q);
  if (words.length === 0) return '""';
  return words.map(({ word, isBare }) => `${isBare ? 'bare' : 'written'}:"${word}"`).join(' AND ');
}

/** Puts the words of a new comment into the index, where it was stored. */
export function indexWords(id: string, author: string, body: string): CompiledQuery[] {
  const { written, bare } = searchText(author, body);
  return [numberQuery({ id }), wordsQuery({ id, written, bare })];
}

const numberQuery = prepared(({ id }: { id: string }) =>
  sql`insert into comment_numbers (comment_id) select id from comments where id = ${id}`.compile(build),
);

const wordsQuery = prepared(({ id, written, bare }: { id: string; written: string; bare: string }) =>
  sql`insert into comment_words (rowid, written, bare)
    select number, ${written}, ${bare} from comment_numbers where comment_id = ${id}`.compile(build),
);

/** Puts a comment's new words in place of those that were indexed, where the condition holds. */
export function reindexWords(
  id: string,
  author: string,
  body: string,
  condition: RawBuilder<unknown>,
): CompiledQuery[] {
  const { written, bare } = searchText(author, body);
  return [
    sql`delete from comment_words
      where rowid = (select number from comment_numbers where comment_id = ${id} and ${condition})`.compile(
      build,
    ),
    sql`insert into comment_words (rowid, written, bare) select number, ${written}, ${bare}
      from comment_numbers where comment_id = ${id} and ${condition}`.compile(build),
  ];
}

/** Takes the words of these comments out of the index. */
export function unindexWords(ids: RawBuilder<string>): CompiledQuery {
  return sql`delete from comment_words
    where rowid in (select number from comment_numbers where comment_id in ${ids})`.compile(build);
}

/** Leaves these comments in the index without a word. */
export function clearWords(ids: RawBuilder<string>): CompiledQuery[] {
  return [
    unindexWords(ids),
    sql`insert into comment_words (rowid, written, bare)
      select number, '', '' from comment_numbers where comment_id in ${ids}`.compile(build),
  ];
}

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
