import type SQLite from 'better-sqlite3';
import { encodeCursor } from '../../src/store/cursor.ts';

/** A view of the queue that somebody asks for: what is narrowed, and how. */
export interface View {
  what: string;
  query: Record<string, string>;
}

/** Views of every kind, made of what is in the database. */
export function composeViews(database: SQLite.Database): View[] {
  const value = (sql: string) => String(database.prepare(sql).pluck().get());
  const rule = (order: string) => value(`select rule from findings group by rule order by count(*) ${order}`);
  const article = (order: string) =>
    value(`select key from comments join articles on articles.id = article_id where state = 'pending'
      group by article_id order by count(*) ${order}`);
  const sender = (order: string) =>
    value(`select sender from comments where state = 'pending' group by sender order by count(*) ${order}`);
  const receipt = value(
    `select body from comments where state = 'pending' and body like '%Biên nhận%' order by created_at desc`,
  );
  const title = value(`select title from article_sayings where title <> ''`)
    .split(/[^\p{L}\p{N}]+/u)
    .slice(0, 2)
    .join(' ');
  const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
  return [
    { what: 'first page', query: {} },
    { what: 'deep page, oldest first', query: { cursor: deep(database, 'created_at', 'asc') } },
    { what: 'newest first', query: { sort: 'newest' } },
    { what: 'newest first, deep', query: { sort: 'newest', cursor: deep(database, 'created_at', 'desc') } },
    { what: 'highest risk first', query: { sort: 'risk' } },
    { what: 'highest risk first, deep', query: { sort: 'risk', cursor: deep(database, 'risk', 'desc') } },
    { what: 'published', query: { state: 'published' } },
    { what: 'reported', query: { state: 'reported' } },
    { what: 'appeals', query: { state: 'appeals' } },
    { what: 'rejected, appealed', query: { state: 'rejected', appealed: 'yes' } },
    { what: 'common rule', query: { rule: rule('desc') } },
    { what: 'rare rule', query: { rule: rule('asc') } },
    { what: 'rare rule, by risk', query: { rule: rule('asc'), sort: 'risk' } },
    { what: 'no such rule', query: { rule: 'no-such-rule' } },
    { what: 'busy article', query: { article: article('desc') } },
    { what: 'quiet article, by risk', query: { article: article('asc'), sort: 'risk' } },
    { what: 'busy sender', query: { sender: sender('desc') } },
    { what: 'quiet sender', query: { sender: sender('asc') } },
    { what: 'risk 0.4 to 0.6', query: { 'risk-min': '0.4', 'risk-max': '0.6' } },
    { what: 'risk 0.97 up, oldest', query: { 'risk-min': '0.97' } },
    { what: 'with links', query: { links: 'yes' } },
    { what: 'one day', query: { from: day(30), to: day(29) } },
    { what: 'before all', query: { to: day(300) } },
    { what: 'one site', query: { site: 'demo' } },
    { what: 'one site, by risk', query: { site: 'demo', sort: 'risk' } },
    { what: 'common word, marks', query: { q: 'người' } },
    { what: 'common word, bare', query: { q: 'nguoi' } },
    { what: 'common word, newest', query: { q: 'người', sort: 'newest' } },
    { what: 'common word, by risk', query: { q: 'người', sort: 'risk' } },
    { what: 'rare word', query: { q: /Biên nhận (\d+)/.exec(receipt)?.[1] ?? '12345' } },
    { what: 'two words, marks', query: { q: 'giá xăng' } },
    { what: 'two words, bare', query: { q: 'gia xang' } },
    { what: 'phrase, marks', query: { q: '"giá xăng"' } },
    { what: 'phrase, bare', query: { q: '"gia xang"' } },
    { what: 'word without another', query: { q: 'người -không' } },
    { what: 'without a common word', query: { q: '-người' } },
    { what: 'without words and a phrase', query: { q: '-người -không -"giá xăng"' } },
    { what: 'author, common', query: { q: 'author:nguyễn' } },
    { what: 'author and words', query: { q: 'author:"văn" người -không' } },
    { what: 'article, words of its title', query: { q: `article:"${title}"` } },
    { what: 'article and rule by name', query: { q: `article:${title.split(' ')[0]} rule:links` } },
    { what: 'word among appeals', query: { q: 'người', state: 'appeals' } },
    { what: 'word among spam', query: { q: 'người', state: 'spam' } },
    { what: 'word and sender', query: { q: 'người', sender: sender('desc') } },
    { what: 'no match', query: { q: 'khôngcótừnàyđâu' } },
    { what: 'word and rule', query: { q: 'ngập nước', rule: rule('desc') } },
    { what: 'word among published', query: { q: 'ngập nước', state: 'published' } },
    {
      what: 'near-equal to one',
      query: {
        like: value(`select id from comments where state = 'pending'
        and sketch <> '' order by created_at desc`),
      },
    },
  ];
}

/** A cursor after 90 of 100 of what waits, as the page before would have given it. */
function deep(database: SQLite.Database, column: 'created_at' | 'risk', direction: 'asc' | 'desc'): string {
  const row = database
    .prepare(
      `select ${column} as place, id from comments where state = 'pending'
         order by ${column} ${direction}, id ${direction}
         limit 1 offset (select count(*) * 9 / 10 from comments where state = 'pending')`,
    )
    .get() as { place: number; id: string };
  return encodeCursor([row.place, row.id]);
}
