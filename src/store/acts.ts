import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { ActKind, By } from '../acts/act.ts';
import { type Act, type Row, selected, toAct } from './acts/list-acts.ts';
import type { ActBy } from './acts/record.ts';
import { isSeenBy, type LogReader } from './acts/seen-by.ts';
import { build, type Database } from './database.ts';

export type { Act } from './acts/list-acts.ts';

export interface NewAct {
  id: string;
  kind: ActKind;
  site: string | null;
  by: By;
  undoes?: string | undefined;
  details: object;
  createdAt: number;
}

/** Rejects with Duplicate where another act moves articles of the same site just now. */
export function addAct({ id, kind, site, by, undoes = undefined, details, createdAt }: NewAct) {
  return build
    .insertInto('acts')
    .values({
      id,
      kind,
      site_id: site,
      moderator_id: by.id,
      access: by.access,
      undoes: undoes ?? null,
      details: JSON.stringify(details),
      created_at: createdAt,
    })
    .compile();
}

export interface ActAbout extends Omit<NewAct, 'site' | 'details'> {
  /** A JSON object, in the terms of `comments`. */
  details: RawBuilder<unknown>;
  /** Which comment it is about, and how that must stand: else there is no act. */
  where: RawBuilder<unknown>;
}

/**
 * An act about one comment, over as it is stored: first in the write that does the rest where the act is there. None
 * undoes what was undone already.
 */
export function addActAbout({ id, kind, by, undoes = undefined, details, where, createdAt }: ActAbout) {
  const undone = sql`exists (select 1 from acts where undoes = ${undoes ?? null})`;
  return sql`insert into acts (id, kind, site_id, moderator_id, access, undoes, details, created_at, ended_at)
    select ${id}, ${kind}, comments.site_id, ${by.id}, ${by.access}, ${undoes ?? null}, ${details}, ${createdAt}, ${createdAt}
    from comments where ${where} and not ${undone}`.compile(build);
}

/** What takes an act back. */
export interface UndoToStore {
  id: string;
  undoes: string;
  by: By;
  createdAt: number;
}

/** Holds in the rest of a write once its act is stored. */
export function isStored(id: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from acts where id = ${id})`;
}

/** All of it is applied; what is known of it by now is added to what was. */
export function endAct(id: string, endedAt: number, details: object = {}) {
  return sql`update acts set ended_at = ${endedAt}, details = json_patch(details, ${JSON.stringify(details)})
    where id = ${id} and ended_at is null`.compile(build);
}

/** An act that was cut off, or goes on just now, and does the same on a site; none that somebody undid. */
export async function findCutOff(
  database: Database,
  { kind, site, details }: { kind: ActKind; site: string; details: object },
): Promise<string | undefined> {
  const [act] = await database.query(
    sql<{ id: string }>`select id from acts where ended_at is null and kind = ${kind} and site_id = ${site}
      and json_patch(details, ${JSON.stringify(details)}) = details
      and not exists (select 1 from acts as later where later.undoes = acts.id)
      order by created_at limit 1`.compile(build),
  );
  return act?.id;
}

/** Adds comments that are about to be erased to what an act says of them: to land in the write that erases them. */
export function countErased(id: string, comments: RawBuilder<string>): CompiledQuery {
  return sql`update acts set details = json_set(details, '$.comments',
      (details ->> 'comments') + (select count(*) from comments where id in ${comments}))
    where id = ${id}`.compile(build);
}

/** Of the comment that is about to be erased, where it is not erased yet: nothing of it is named. */
export function noteErased(act: ActBy, erased: RawBuilder<string>): CompiledQuery<object> {
  return addActAbout({
    ...act,
    kind: 'erase',
    details: sql`json_object('comments', 1)`,
    where: sql`comments.id in ${erased} and (author <> '' or body <> '')`,
  });
}

export async function readCount(database: Database, id: string): Promise<number> {
  const [act] = await database.query(
    sql<{ comments: number }>`select details ->> 'comments' as comments from acts where id = ${id}`.compile(
      build,
    ),
  );
  return act?.comments ?? 0;
}

/** One act, where this reader may see it. */
export async function findAct(database: Database, reader: LogReader, id: string): Promise<Act | undefined> {
  const [row] = await database.query(
    sql<Row>`${selected} where acts.id = ${id} and ${isSeenBy(reader)}`.compile(build),
  );
  return row && toAct(row);
}

/** Those that were cut off, or go on just now. */
export async function listUnended(database: Database, before: number): Promise<Act[]> {
  const rows = await database.query(
    sql<Row>`${selected} where ended_at is null and acts.created_at <= ${before}
      order by acts.created_at, acts.id`.compile(build),
  );
  return rows.map(toAct);
}
