import { type RawBuilder, sql } from 'kysely';
import { build, prepared } from '../database.ts';
import { idAt } from './articles.ts';

/** What a comment calls its article, and where it says that it is; empty where it says nothing. */
export const titleSaid = (comments = 'comments') => said(sql`title`, comments);
export const urlSaid = (comments = 'comments') => said(sql`url`, comments);

function said(what: RawBuilder<unknown>, comments: string) {
  const number = sql.ref(`${comments}.saying`);
  return sql<string>`coalesce((select ${what} from article_sayings where number = ${number}), '')`;
}

interface Saying {
  site: string;
  key: string;
  title: string;
  url: string;
}

/** Keeps what is said of an article that is there, where that is anything and nobody said it before. */
export const keepSaying = prepared(({ site, key, title, url }: Saying) =>
  sql`insert into article_sayings (article_id, title, url)
    select ${idAt(sql`site_id = ${site}`, key)}, ${title}, ${url} where ${title} <> '' or ${url} <> ''
    on conflict do nothing`.compile(build),
);

/** The number of what is said, once it is kept. */
export function sayingOf(article: RawBuilder<unknown>, title: Text, url: Text) {
  return sql<number | null>`(select number from article_sayings
    where (article_id, title, url) = (${article}, ${title}, ${url}))`;
}

type Text = string | RawBuilder<unknown>;
