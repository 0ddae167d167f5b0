import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import { build, type Database } from '../database.ts';
import { evidenceMs, skewMs } from '../lifetimes.ts';

/** Keeps what comments say that are about to be taken back, where a report of them waits for a moderator. */
export function keepEvidence(ids: RawBuilder<string>, now: number): CompiledQuery {
  return sql`insert into kept_evidence (comment_id, author, body, taken_back_at)
    select id, author, body, ${now} from comments where id in ${ids} and +state = 'published' and +reports > 0
    on conflict (comment_id) do nothing`.compile(build);
}

/** Drops it at once, with the reports that it was kept for. */
export function dropEvidence(ids: RawBuilder<string>): CompiledQuery[] {
  return [
    sql`delete from reports where comment_id in ${ids} and settled_by is null`.compile(build),
    sql`delete from kept_evidence where comment_id in ${ids}`.compile(build),
  ];
}

/** So many at once: all others wait meanwhile. */
const stepRows = 200;

/** One step of letting go what was settled, or was kept for long enough; whether there may be more. */
export async function forgetEvidence(database: Database, now: number): Promise<boolean> {
  const [, , , gone] = await database.batch([
    dropReports(now),
    dropLateReports(),
    blankDetails(),
    sql<{
      gone: 1;
    }>`delete from kept_evidence where comment_id in (${settled()}) returning 1 as gone`.compile(build),
  ]);
  return gone.length === stepRows;
}

/** Over too where a wrong clock put its beginning ahead. */
function dropReports(now: number): CompiledQuery {
  return sql`delete from reports where settled_by is null and comment_id in (select comment_id from kept_evidence
    where taken_back_at <= ${now - evidenceMs} or taken_back_at > ${now + skewMs} limit ${sql.lit(stepRows)})`.compile(
    build,
  );
}

/** Those that an undoing brought back after what they are about was let go. */
function dropLateReports(): CompiledQuery {
  return sql`delete from reports where settled_by is null and comment_id in (select id from comments
    where reports > 0 and +state = 'withdrawn' and id not in (select comment_id from kept_evidence))`.compile(
    build,
  );
}

function blankDetails(): CompiledQuery {
  return sql`update reports set details = '' where details <> '' and comment_id in (${settled()})
    and exists (select 1 from comments where id = comment_id and author = '' and body = '')`.compile(build);
}

function settled() {
  return sql`select comment_id from kept_evidence join comments on comments.id = comment_id
    where reports = 0 order by comment_id limit ${sql.lit(stepRows)}`;
}
