import { type CompiledQuery, sql } from 'kysely';
import { sayingOf } from '../articles/sayings.ts';
import { unindexWords } from '../comments/search-index.ts';
import { searchText } from '../comments/search-text.ts';
import { among, build } from '../database.ts';
import type { Moved } from '../moved/rows.ts';

/** Gives comments of which an undoing left the row alone what they said. */
export function restoreComments(comments: readonly Moved['comment'][]): CompiledQuery[] {
  if (comments.length === 0) return [];
  const rows = JSON.stringify(
    comments.map((comment) => ({ ...comment, words: searchText(comment.author, comment.body) })),
  );
  const ids = among(comments.map(({ id }) => id));
  return [
    sql`insert into article_sayings (article_id, title, url)
      select article_id, moved.value ->> 'articleTitle', moved.value ->> 'articleUrl'
      from json_each(${rows}) as moved cross join comments on comments.id = moved.value ->> 'id'
      where moved.value ->> 'articleTitle' <> '' or moved.value ->> 'articleUrl' <> ''
      on conflict do nothing`.compile(build),
    sql`update comments set state = moved.value ->> 'state', version = version + 1,
        author = moved.value ->> 'author', email = moved.value ->> 'email', body = moved.value ->> 'body',
        fingerprint = moved.value ->> 'fingerprint', has_links = moved.value ->> 'hasLinks',
        saying = ${sayingOf(sql`comments.article_id`, sql`moved.value ->> 'articleTitle'`, sql`moved.value ->> 'articleUrl'`)}
      from json_each(${rows}) as moved where comments.id = moved.value ->> 'id'`.compile(build),
    sql`update comments set lesson = moved.value ->> 'lesson'
      from json_each(${rows}) as moved where comments.id = moved.value ->> 'id'`.compile(build),
    unindexWords(ids),
    sql`insert into comment_words (rowid, written) select number, moved.value ->> 'words'
      from json_each(${rows}) as moved cross join comments on comments.id = moved.value ->> 'id'`.compile(
      build,
    ),
    sql`delete from kept_evidence where comment_id in ${ids}`.compile(build),
  ];
}
