import { type RawBuilder, sql } from 'kysely';
import { isBare, type Term } from '../../language/search/query.ts';
import { articleMatchOf } from '../comments/search-match.ts';

/** The ids of the articles with these words in title or key, in a row. */
export function articlesAbout(term: Pick<Term, 'words'>) {
  const index = sql.table(isBare(term) ? 'article_bare_words' : 'article_words');
  return sql`(select rowid from ${index} where ${index} match ${articleMatchOf(term)})`;
}

export function isAbout(id: RawBuilder<unknown>, term: Term) {
  return sql`${id} ${term.isNot ? sql`not in` : sql`in`} ${articlesAbout(term)}`;
}
