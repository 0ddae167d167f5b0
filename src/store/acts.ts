import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { ActKind } from '../acts/act.ts';
import { decodeCursor, type Page, toPage } from './cursor.ts';
import { among, build, type Database } from './database.ts';

/** An act as the log tells of it. */
export interface Act {
  id: string;
  kind: ActKind;
  site: string | null;
  /** The moderator's name; null where a command did it. */
  by: string | null;
  undoes: string | null;
  undoneBy: string | null;
  details: Record<string, unknown>;
  createdAt: number;
  /** Null while it is being applied. */
  endedAt: number | null;
}

export interface NewAct {
  id: string;
  kind: ActKind;
  site: string | null;
  moderator: string | null;
  undoes?: string | undefined;
  details: object;
  createdAt: number;
}

/** Rejects with Duplicate where another act moves articles of the same site just now. */
export function addAct({ id, kind, site, moderator, undoes = undefined, details, createdAt }: NewAct) {
  return build
    .insertInto('acts')
    .values({
      id,
      kind,
      site_id: site,
      moderator_id: moderator,
      undoes: undoes ?? null,
      details: JSON.stringify(details),
      created_at: createdAt,
    })
    .compile();
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

export async function readCount(database: Database, id: string): Promise<number> {
  const [act] = await database.query(
    sql<{ comments: number }>`select details ->> 'comments' as comments from acts where id = ${id}`.compile(
      build,
    ),
  );
  return act?.comments ?? 0;
}

const selected = sql`select acts.id, kind, site_id as site, moderators.name as "by", acts.undoes,
    (select later.id from acts as later where later.undoes = acts.id limit 1) as "undoneBy",
    details, acts.created_at as "createdAt", ended_at as "endedAt"
  from acts left join moderators on moderators.id = acts.moderator_id`;

type Row = Omit<Act, 'details'> & { details: string };

export async function findAct(
  database: Database,
  sites: readonly string[],
  id: string,
): Promise<Act | undefined> {
  const [row] = await database.query(
    sql<Row>`${selected} where acts.id = ${id} and acts.site_id in ${among(sites)}`.compile(build),
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

/** What was done on these sites, the latest first. */
export async function listActs(
  database: Database,
  { sites, limit, cursor }: { sites: readonly string[]; limit: number; cursor?: string | undefined },
): Promise<Page<Act>> {
  const after = cursor === undefined ? undefined : decodeCursor(cursor);
  const rows = await database.query(
    sql<Row>`${selected} where acts.site_id in ${among(sites)} and kind <> 'fold'
      and ${after ? sql`(acts.created_at, acts.id) < (${after[0]}, ${after[1]})` : sql`true`}
      order by acts.created_at desc, acts.id desc limit ${limit + 1}`.compile(build),
  );
  return toPage(rows.map(toAct), limit, (act) => [act.createdAt, act.id]);
}

function toAct({ details, ...row }: Row): Act {
  return { ...row, details: JSON.parse(details) };
}
