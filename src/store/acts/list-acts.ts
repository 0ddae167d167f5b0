import { sql } from 'kysely';
import type { Access, ActKind } from '../../acts/act.ts';
import { decodeCursor, type Page, toPage } from '../cursor.ts';
import { among, build, type Database } from '../database.ts';
import { isSeenBy, type LogReader, readsFew } from './seen-by.ts';

/** An act as the log tells of it. */
export interface Act {
  id: string;
  kind: ActKind;
  site: string | null;
  /** The moderator's name; null where a command or the service did it. */
  by: string | null;
  /** Null where that was not noted yet. */
  access: Access | null;
  /** The name of the account that it is about. */
  account: string | null;
  undoes: string | null;
  undoneBy: string | null;
  details: Record<string, unknown>;
  /** The comment that it is about, where it is one, as it stands: of a reply, the comment that it answers. */
  about: Words | null;
  /** What an edit made of what, as far as both still stand. */
  edit: { before: Omit<Words, 'id'>; after: Omit<Words, 'id'> } | null;
  createdAt: number;
  /** Null while it is being applied. */
  endedAt: number | null;
}

interface Words {
  id: string;
  author: string;
  body: string;
}

export interface ActFilter {
  reader: LogReader;
  /** Only those of this site. */
  site?: string | undefined;
  /** A moderator's name. */
  moderator?: string | undefined;
  access?: Access | undefined;
  kinds?: readonly string[] | undefined;
  /** Milliseconds, the first included and the last not. */
  since?: number | undefined;
  before?: number | undefined;
}

/** What was done, the latest first. */
export async function listActs(
  database: Database,
  { limit, cursor, ...filter }: ActFilter & { limit: number; cursor?: string | undefined },
): Promise<Page<Act>> {
  const after = cursor === undefined ? undefined : decodeCursor(cursor);
  const isAfter = after && sql`(acts.created_at, acts.id) < (${after[0]}, ${after[1]})`;
  const areFew = await readsFew(database, filter.reader);
  const rows = await database.query(
    sql<Row>`${selected} where acts.id in (select id from acts where ${conditions(filter, areFew)}
        and ${isAfter ?? sql`true`} order by acts.created_at desc, acts.id desc limit ${limit + 1})
      order by acts.created_at desc, acts.id desc`.compile(build),
  );
  return toPage(rows.map(toAct), limit, (act) => [act.createdAt, act.id]);
}

function conditions({ reader, site, moderator, access, kinds, since, before }: ActFilter, areFew: boolean) {
  const asked = [
    site !== undefined && sql`acts.site_id = ${site}`,
    moderator !== undefined &&
      sql`acts.moderator_id = (select moderators.id from moderators where moderators.name = ${moderator})`,
    access && sql`acts.access = ${access}`,
    kinds && (kinds.length === 1 ? sql`acts.kind = ${kinds[0]}` : sql`acts.kind in ${among(kinds)}`),
    since !== undefined && sql`acts.created_at >= ${since}`,
    before !== undefined && sql`acts.created_at < ${before}`,
    isSeenBy(reader, areFew),
  ].filter((one) => one !== false && one !== undefined);
  return sql.join(asked, sql` and `);
}

const next = sql`select * from edits as later where later.comment_id = edits.comment_id
  and (later.created_at, later.rowid) > (edits.created_at, edits.rowid) order by later.created_at, later.rowid limit 1`;

export const selected = sql`select acts.id, kind, acts.site_id as site, moderators.name as "by", acts.access,
    accounts.name as account, acts.undoes,
    (select later.id from acts as later where later.undoes = acts.id limit 1) as "undoneBy", details,
    (select json_object('id', id, 'author', author, 'body', body) from comments
      where id = coalesce(details ->> 'answers', details ->> 'comment')) as about,
    (select json_object('before', json_object('author', author_before, 'body', body_before), 'after',
        json(coalesce((select json_object('author', author_before, 'body', body_before) from (${next})),
          (select json_object('author', author, 'body', body) from comments where comments.id = edits.comment_id))))
      from edits where edits.id = acts.id) as edit,
    acts.created_at as "createdAt", ended_at as "endedAt"
  from acts left join moderators on moderators.id = acts.moderator_id
    left join moderators as accounts on accounts.id = acts.account_id`;

export type Row = Omit<Act, 'details' | 'about' | 'edit'> &
  Record<'details', string> &
  Record<'about' | 'edit', string | null>;

export function toAct({ details, about, edit, ...row }: Row): Act {
  return {
    ...row,
    details: JSON.parse(details),
    about: about === null ? null : JSON.parse(about),
    edit: edit === null ? null : JSON.parse(edit),
  };
}
