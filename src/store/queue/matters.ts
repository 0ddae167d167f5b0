import { type CompiledQuery, type RawBuilder, type Selectable, sql } from 'kysely';
import type { Schema } from '../../../db/schema.ts';
import type { EditedComment, Report, SenderHistory } from '../../comments/comment.ts';
import type { Finding } from '../../filter/finding.ts';
import { build, type Database } from '../database.ts';
import { holdOn } from '../senders/holds.ts';
import { blockablesOf } from '../senders/name.ts';
import { notesOn } from '../senders/notes.ts';
import { likenessQuery } from './likeness.ts';

/** What else a moderator should know of some comments, by their ids. */
export interface Matters {
  findings: Map<string, Finding[]>;
  senders: Map<string, SenderHistory>;
  /** How many others are near-equal. */
  alike: Map<string, number>;
  reports: Map<string, Report[]>;
  edits: Map<string, EditedComment>;
  claims: Map<string, { id: string; name: string; until: number }>;
}

/** Of a sender, as many comments are looked at, the latest. */
const mostCounted = 50;

type FindingRow = Omit<Selectable<Schema['comment_remarks'] & Schema['remarks']>, 'number' | 'remark'>;

export async function readMatters(database: Database, ids: readonly string[]): Promise<Matters> {
  const wanted = sql`json_each(${JSON.stringify(ids)}) as wanted`;
  const ask = <Row>(query: CompiledQuery<Row>) => (ids.length > 0 ? database.query(query) : []);
  const [findings, senders, alike, reports, edits, claims] = await Promise.all([
    ask(
      sql<FindingRow>`select findings.* from ${wanted}
        join findings on findings.comment_id = wanted.value order by comment_id, position`.compile(build),
    ),
    ask(sendersQuery(wanted)),
    ask(likenessQuery(wanted)),
    ask(
      sql<Selectable<Schema['reports']>>`select reports.* from ${wanted}
        join reports on reports.comment_id = wanted.value
        where settled_by is null order by created_at limit 1000`.compile(build),
    ),
    ask(
      sql<Schema['edits'] & { name: string }>`select edits.*, moderators.name from ${wanted}
        join edits on edits.comment_id = wanted.value join moderators on moderators.id = edits.moderator_id
        order by edits.created_at`.compile(build),
    ),
    ask(
      sql<Schema['claims'] & { name: string }>`select claims.*, moderators.name from ${wanted}
        join claims on claims.comment_id = wanted.value
        join moderators on moderators.id = claims.moderator_id`.compile(build),
    ),
  ]);
  return {
    findings: grouped(findings, toFinding),
    senders: new Map(senders.map(({ id, ...history }) => [id, toHistory(history)])),
    alike: new Map(alike.map(({ id, same, near }) => [id, Math.max(same, near, 1) - 1])),
    reports: grouped(reports, ({ reason, details, created_at: at }) => ({ reason, details, at })),
    edits: new Map(edits.toReversed().map((edit) => [edit.comment_id, toEdited(edit)])),
    claims: new Map(
      claims.map((claim) => [
        claim.comment_id,
        { id: claim.moderator_id, name: claim.name, until: claim.expires_at },
      ]),
    ),
  };
}

type SenderRow = Omit<SenderHistory, 'held' | 'notes'> & { held: string | null; notes: string };

/** What else the senders sent to the site lately, by how it ended; and what moderators said and did about them. */
function sendersQuery(wanted: RawBuilder<unknown>) {
  // Of nobody who is known any more there may be very many.
  const [site, name] = [sql`one.site_id`, sql`nullif(one.sender, '')`];
  return sql<SenderRow & { id: string }>`select one.id,
      count(*) filter (where others.state = 'published') as published,
      count(*) filter (where others.state = 'rejected') as rejected,
      count(*) filter (where others.state = 'spam') as spam,
      (select min(created_at) from comments where site_id = ${site} and sender = ${name}) as since,
      (select max(expires_at) from blocks where site_id = ${site}
        and sender in ${blockablesOf(name)}) as blockedUntil,
      ${holdOn(site, name)} as held, ${notesOn(site, name)} as notes
    from ${wanted} join comments as one on one.id = wanted.value
      left join comments as others on others.id <> one.id and others.rowid in (select rowid from comments as late
        where late.site_id = ${site} and late.sender = ${name}
        order by created_at desc limit ${sql.lit(mostCounted)})
    group by one.id`.compile(build);
}

function toHistory({ held, notes, ...history }: SenderRow): SenderHistory {
  return { ...history, held: held === null ? null : JSON.parse(held), notes: JSON.parse(notes) };
}

function grouped<Row extends { comment_id: string }, Value>(
  rows: readonly Row[],
  to: (row: Row) => Value,
): Map<string, Value[]> {
  const byComment = new Map<string, Value[]>();
  for (const row of rows) {
    const before = byComment.get(row.comment_id);
    if (before) before.push(to(row));
    else byComment.set(row.comment_id, [to(row)]);
  }
  return byComment;
}

/** What stood before the first edit is the original. */
function toEdited(edit: Schema['edits'] & { name: string }): EditedComment {
  return { author: edit.author_before, body: edit.body_before, by: edit.name, at: edit.created_at };
}

function toFinding(row: FindingRow): Finding {
  const { span_start: start, span_end: end } = row;
  return {
    rule: row.rule,
    verdict: row.verdict,
    message: { vi: row.message_vi, en: row.message_en },
    ...(start !== null && end !== null && { start, end }),
  };
}
