import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import { build, prepared } from '../database.ts';
import { everyComment, searchText } from './search-text.ts';

/** What the index knows a new comment by: the numbers are in the order of their coming. */
export const nextNumber = sql<number>`(select coalesce(max(number), 0) + 1 from comments)`;

/** Puts the words of a new comment into the index, where it was stored. */
export function indexWords(id: string, author: string, body: string): CompiledQuery {
  return wordsQuery({ id, words: searchText(author, body) });
}

const wordsQuery = prepared(({ id, words }: { id: string; words: string }) =>
  sql`insert into comment_words (rowid, written)
    select number, ${words} from comments where id = ${id}`.compile(build),
);

/** Puts a comment's new words in place of those that were indexed, where the condition holds. */
export function reindexWords(
  id: string,
  author: string,
  body: string,
  condition: RawBuilder<unknown>,
): CompiledQuery[] {
  const words = searchText(author, body);
  return [
    sql`delete from comment_words
      where rowid = (select number from comments where id = ${id} and ${condition})`.compile(build),
    sql`insert into comment_words (rowid, written) select number, ${words}
      from comments where id = ${id} and ${condition}`.compile(build),
  ];
}

/** Takes the words of these comments out of the index. */
export function unindexWords(ids: RawBuilder<string>): CompiledQuery {
  return sql`delete from comment_words
    where rowid in (select number from comments where id in ${ids})`.compile(build);
}

/** Leaves these comments in the index without a word. */
export function clearWords(ids: RawBuilder<string>): CompiledQuery[] {
  return [
    unindexWords(ids),
    sql`insert into comment_words (rowid, written)
      select number, ${everyComment} from comments where id in ${ids}`.compile(build),
  ];
}
