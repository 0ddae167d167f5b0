import { type CompiledQuery, sql } from 'kysely';
import type { Moderation } from '../../sites/site.ts';
import { among, build, type Database } from '../database.ts';
import { idAt } from './articles.ts';

/** What was chosen for an article: its name, whether it takes comments, and how they are moderated; null is as its site's. */
export interface Choice {
  title: string;
  url: string;
  open: boolean;
  moderation: Moderation | null;
}

export interface ChosenArticle extends Choice {
  id: number;
  site: string;
  key: string;
}

/** An article of which nothing was said is open, and moderated as its site is. */
export const nothingChosen: Choice = { title: '', url: '', open: true, moderation: null };

/** What stands chosen for the article that a key leads to. */
export async function findChoice(
  database: Database,
  site: string,
  key: string,
): Promise<ChosenArticle | undefined> {
  const [found] = await listChosen(database, sql`id = ${idAt(sql`site_id = ${site}`, key)}`);
  return found;
}

/** The same of articles by their ids, those of them that are on these sites. */
export function listChoices(
  database: Database,
  sites: readonly string[],
  ids: readonly number[],
): Promise<ChosenArticle[]> {
  const chosen = sql`id in (select value from json_each(${JSON.stringify(ids)}))`;
  return listChosen(database, sql`${chosen} and site_id in ${among(sites)} order by id`);
}

async function listChosen(database: Database, which: ReturnType<typeof sql>): Promise<ChosenArticle[]> {
  const rows = await database.query(
    sql<Omit<ChosenArticle, 'open'> & { open: 0 | 1 }>`select id, site_id as site, key, said_title as title,
        said_url as url, open, moderation from articles where ${which}`.compile(build),
  );
  return rows.map((row) => ({ ...row, open: row.open === 1 }));
}

/** Chooses otherwise for an article, where it stands as it was seen; whether it did. */
export async function storeChoice(
  database: Database,
  article: number,
  { from, to }: { from: Choice; to: Choice },
  said: { by: string | null; now: number },
  act: CompiledQuery,
): Promise<boolean> {
  const isNamed = to.title !== from.title || to.url !== from.url ? 1 : 0;
  const [changed] = await database.batch([
    sql<{ id: number }>`update articles set open = ${Number(to.open)}, moderation = ${to.moderation},
        said_title = ${to.title}, said_url = ${to.url}, said_by = iif(${isNamed}, ${said.by}, said_by),
        said_at = iif(${isNamed}, ${said.now}, said_at)
      where id = ${article} and open = ${Number(from.open)} and moderation is ${from.moderation}
        and said_title = ${from.title} and said_url = ${from.url}
      returning id`.compile(build),
    act,
    showNames(sql`${article}`),
  ]);
  return changed.length > 0;
}

/** Readers see what its site calls it, else what its comments do. */
export function showNames(article: ReturnType<typeof sql>): CompiledQuery {
  return sql`update articles set (title, url) = (select title, url from article_names where id = articles.id)
    where id = ${article}`.compile(build);
}
