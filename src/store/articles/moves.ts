import { type CompiledQuery, sql } from 'kysely';
import { among, build, type Database } from '../database.ts';
import { idAt } from './articles.ts';

/** An article as a move finds it. */
export interface Movable {
  id: number;
  key: string;
  /** How many comments it has, whatever state they are in. */
  comments: number;
}

/** One move of an act: what was asked, and what came of it. */
export interface MoveRow {
  position: number;
  from: string;
  to: string;
  alias: 0 | 1;
  state: 0 | 1 | 2;
  articleId: number | null;
  mergedInto: number | null;
  swapped: 0 | 1;
}

/** The article that is at a key, through whatever it was merged into, and the row that has the key itself. */
export async function findMovable(database: Database, site: string, key: string) {
  const [row] = await database.query(
    sql<Movable & { rowId: number }>`select id, key,
        (select id from articles as named where named.site_id = ${site} and named.key = ${key}) as "rowId",
        (select count(*) from comments where article_id = articles.id) as comments
      from articles where id = ${idAt(sql`site_id = ${site}`, key)}`.compile(build),
  );
  return row;
}

/** All that the act is to move is noted; an act that was cut off before comes to nothing. */
export function endNoting(actId: string) {
  return sql`update acts set details = json_set(details, '$.noted', json('true')) where id = ${actId}`.compile(
    build,
  );
}

export function dropUnnoted(actId: string) {
  return sql`delete from moved_articles where act_id = ${actId} and state = 0
    and (select details ->> '$.noted' from acts where id = act_id) is null`.compile(build);
}

/** Whether none of what an act moved was moved on by a later one, which stands. */
export async function isAsLeft(database: Database, actId: string): Promise<boolean> {
  const rows = await database.query(
    sql`select 1 from moved_articles as moved
      join moved_articles as later on later.article_id in (moved.article_id, moved.merged_into)
      where moved.act_id = ${actId} and moved.state = 1 and later.state = 1
        and (later.article_id = moved.article_id or later.merged_into is not null)
        and (select rowid from acts where id = later.act_id) > (select rowid from acts where id = ${actId})
      limit 1`.compile(build),
  );
  return rows.length === 0;
}

/** Notes what an act is to move, before any of it is moved. */
export function noteMoves(
  actId: string,
  moves: readonly { from: string; to: string; alias: boolean }[],
  first: number,
) {
  return sql`insert into moved_articles (act_id, position, from_key, to_key, alias)
    select ${actId}, ${first} + json_each.key, value ->> 'from', value ->> 'to', value ->> 'alias'
    from json_each(${JSON.stringify(moves)})`.compile(build);
}

/** What of an act is in this state yet, some of it, in this order. */
export function listMoves(
  database: Database,
  actId: string,
  state: MoveRow['state'],
  { most, backwards = false }: { most: number; backwards?: boolean },
): Promise<MoveRow[]> {
  return database.query(
    sql<MoveRow>`select position, from_key as "from", to_key as "to", alias, state, article_id as "articleId",
        merged_into as "mergedInto", swapped
      from moved_articles where act_id = ${actId} and state = ${state}
      order by position ${sql.raw(backwards ? 'desc' : 'asc')} limit ${most}`.compile(build),
  );
}

/** What came of a move. */
export interface Done {
  actId: string;
  position: number;
  articleId: number;
  mergedInto?: number;
  swapped?: boolean;
}

export function noteDone({ actId, position, articleId, mergedInto, swapped = false }: Done) {
  return sql`update moved_articles set state = 1, article_id = ${articleId}, merged_into = ${mergedInto ?? null},
      swapped = ${swapped ? 1 : 0}
    where act_id = ${actId} and position = ${position}`.compile(build);
}

/** From now on it is known which two become one, however far that gets. */
export function noteBegun({ actId, position, articleId, mergedInto }: Required<Omit<Done, 'swapped'>>) {
  return sql`update moved_articles set article_id = ${articleId}, merged_into = ${mergedInto}
    where act_id = ${actId} and position = ${position}`.compile(build);
}

export function noteUndone(actId: string, position: number) {
  return sql`update moved_articles set state = 2 where act_id = ${actId} and position = ${position}`.compile(
    build,
  );
}

/** There is nothing at the key that was to be moved. */
export function dropMove(actId: string, position: number) {
  return sql`delete from moved_articles where act_id = ${actId} and position = ${position}`.compile(build);
}

export function setKey(articleId: number, key: string) {
  return sql`update articles set key = ${key} where id = ${articleId}`.compile(build);
}

/** Two articles take each other's keys; between, one has a key that no page can have. */
export function swapKeys(
  one: { id: number; key: string },
  other: { id: number; key: string },
): CompiledQuery[] {
  return [setKey(one.id, ` ${one.id}`), setKey(other.id, one.key), setKey(one.id, other.key)];
}

/** Whoever comes by the key is led on to the article. */
export function addAlias(site: string, key: string, articleId: number, createdAt: number) {
  return sql`insert into articles (site_id, key, merged_into, created_at)
    values (${site}, ${key}, ${articleId}, ${createdAt})`.compile(build);
}

/** An alias that never was an article. */
export function dropAlias(site: string, key: string, articleId: number) {
  return sql`delete from articles where site_id = ${site} and key = ${key} and merged_into = ${articleId}`.compile(
    build,
  );
}

export function leadOn(articleId: number, to: number | null) {
  return sql`update articles set merged_into = ${to} where id = ${articleId}`.compile(build);
}

/** So many comments change their article at once: each costs a fraction of a decision. */
export function commentsAtOnce({ rowsAtOnce }: Database): number {
  return Math.min(1000, 25 * rowsAtOnce);
}

/** Comments of the article, some of them, or none where it has none left. */
export async function someComments(database: Database, articleId: number): Promise<string[]> {
  const rows = await database.query(
    sql<{ id: string }>`select id from comments where article_id = ${articleId}
      order by state, created_at, id limit ${commentsAtOnce(database)}`.compile(build),
  );
  return rows.map(({ id }) => id);
}

/** Comments that an act moved from one article to another, some of those that are there still. */
export async function someMoved(
  database: Database,
  actId: string,
  { from, to }: { from: number; to: number },
): Promise<string[]> {
  const rows = await database.query(
    sql<{ id: string }>`select comments.id from moved_comments join comments on comments.id = comment_id
      where act_id = ${actId} and moved_comments.article_id = ${from} and comments.article_id = ${to}
      limit ${commentsAtOnce(database)}`.compile(build),
  );
  return rows.map(({ id }) => id);
}

/** Gives comments of one article to another, with what is counted and called by them; an act may keep which. */
export function moveComments(
  ids: readonly string[],
  { from, to }: { from: number; to: number },
  actId?: string,
): CompiledQuery[] {
  const moving = sql`id in ${among(ids)} and article_id = ${from}`;
  const kept = sql`insert into moved_comments (act_id, comment_id, article_id)
    select ${actId ?? null}, id, article_id from comments where ${moving} on conflict do nothing`;
  return [
    ...(actId === undefined ? [] : [kept.compile(build)]),
    sql`update articles set published_count = published_count + iif(id = ${to}, moved.count, -moved.count)
      from (select count(*) as count from comments where ${moving} and state = 'published') as moved
      where articles.id in (${from}, ${to})`.compile(build),
    sql`update comments set article_id = ${to} where ${moving}`.compile(build),
    sql`update articles set (title, url) = (select title, url from article_names where id = articles.id)
      where id in (${from}, ${to})`.compile(build),
  ];
}
