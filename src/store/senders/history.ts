import { sql } from 'kysely';
import type { SenderHistory, State } from '../../comments/comment.ts';
import { titleSaid } from '../articles/sayings.ts';
import { decodeCursor, type Page, toPage } from '../cursor.ts';
import { build, type Database } from '../database.ts';
import { columnLives, longestBlockMs } from '../lifetimes.ts';
import { holdOn } from './holds.ts';
import { blockablesOf, isFrom, readLast } from './name.ts';
import { notesOn } from './notes.ts';

export type SenderState = Exclude<State, 'withdrawn'>;

/** All that a site knows of a sender, or of a network of senders, while it knows them. */
export interface KnownSender extends Omit<SenderHistory, 'published' | 'rejected' | 'spam'> {
  id: string;
  site: string;
  counts: Record<SenderState, number>;
  /** What they called themselves, the latest first. */
  names: string[];
  /** The last comment from there, by which things are done about them; null where none is left. */
  latest: string | null;
}

type Row = Omit<KnownSender, 'counts' | 'names' | 'held' | 'notes'> &
  Record<'counts' | 'names' | 'notes', string> & { held: string | null };

/** Nothing where a site knows nothing of whoever has this name. */
export async function findSender(
  database: Database,
  { site, id, now }: { site: string; id: string; now: number },
): Promise<KnownSender | undefined> {
  const [here, name] = [sql`${site}`, sql`${id}`];
  const theirs = sql`comments where site_id = ${site} and ${isFrom(sql`sender`, name)}`;
  const [row] = await database.query(
    sql<Row>`select ${id} as id, ${site} as site,
      (select min(created_at) from ${theirs}) as since,
      (select id from ${theirs} order by created_at desc, id desc limit 1) as latest,
      (select json_group_object(state, count) from (select state, count(*) as count from ${theirs} group by state)) as counts,
      (select json_group_array(author) from (select author from ${theirs} and author <> ''
        group by author order by max(created_at) desc limit 5)) as names,
      (select max(expires_at) from blocks where site_id = ${site} and sender in ${blockablesOf(name)}
        and ${columnLives('expires_at', now, longestBlockMs)}) as "blockedUntil",
      ${holdOn(here, name)} as held, ${notesOn(here, name)} as notes`.compile(build),
  );
  const known = row && toKnown(row);
  const isKnown = known && (known.latest || known.held || known.blockedUntil || known.notes.length > 0);
  return isKnown ? known : undefined;
}

function toKnown({ counts, names, held, notes, ...row }: Row): KnownSender {
  const { withdrawn: _, ...counted } = JSON.parse(counts);
  return {
    ...row,
    counts: { pending: 0, published: 0, rejected: 0, spam: 0, ...counted },
    names: JSON.parse(names),
    held: held === null ? null : JSON.parse(held),
    notes: JSON.parse(notes),
  };
}

/** A comment as the page of its sender shows it. */
export interface SentComment {
  id: string;
  author: string;
  body: string;
  createdAt: number;
  article: { key: string; title: string };
}

type SentRow = Omit<SentComment, 'article'> & { key: string; title: string };

/** What came from there and stands in a state, the latest first. */
export async function listSent(
  database: Database,
  { site, id }: { site: string; id: string },
  { state, limit, cursor }: { state: SenderState; limit: number; cursor: string | undefined },
): Promise<Page<SentComment>> {
  const after = cursor === undefined ? undefined : decodeCursor(cursor);
  const isAfter = after ? sql`(comments.created_at, comments.id) < (${after[0]}, ${after[1]})` : sql`true`;
  const rows = await database.query(
    sql<SentRow>`select comments.id, author, body, comments.created_at as "createdAt", articles.key,
        coalesce(nullif(articles.title, ''), ${titleSaid()}) as title
      from comments join articles on articles.id = article_id
      where comments.site_id = ${site} and ${isFrom(sql`sender`, sql`${id}`)} and +state = ${state} and ${isAfter}
      order by comments.created_at desc, comments.id desc limit ${limit + 1}`.compile(build),
  );
  const page = toPage(rows, limit, (row) => [row.createdAt, row.id]);
  return {
    ...page,
    rows: page.rows.map(({ key, title, ...sent }) => ({ ...sent, article: { key, title } })),
  };
}

/** The comment through which a sender is known, where there is one. */
export async function findLatest(database: Database, site: string, id: string) {
  const [row] = await database.query(
    sql<{ last: string | null }>`select (select json_object('id', id, 'author', author) from comments
      where site_id = ${site} and ${isFrom(sql`sender`, sql`${id}`)}
      order by created_at desc, id desc limit 1) as last`.compile(build),
  );
  return readLast(row?.last ?? null);
}

/** From where a comment came, as long as that is known, and who did an act. */
export async function findTrace(
  database: Database,
  { comment, act }: { comment: string; act: string },
): Promise<{ site: string; sender: string; doer: string | null } | undefined> {
  const [row] = await database.query(
    sql<{ site: string; sender: string; doer: string | null }>`select site_id as site, sender,
        (select moderator_id from acts where id = ${act}) as doer
      from comments where id = ${comment} and sender <> ''`.compile(build),
  );
  return row;
}
