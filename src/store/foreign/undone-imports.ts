import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import { among, build, type Database } from '../database.ts';

/** A comment that an import brought in, as it was seen. */
export interface BroughtIn {
  id: string;
  version: number;
  parentId: string | null;
}

const columns = sql`comments.id, comments.version, comments.parent_id as "parentId"`;
const brought = (act: string) => sql`imported_comments cross join comments on comments.id = comment_id
  where act_id = ${act} and (author <> '' or body <> '')`;

/** Nobody answered it, decided about it, reported, changed or took it back. */
const isUntouched = sql`not exists (select 1 from comments as answers where answers.parent_id = comments.id)
  ${sql.join(
    ['decided_comments', 'decision_steps', 'reports', 'edits', 'kept_evidence'].map(
      (table) =>
        sql`and not exists (select 1 from ${sql.table(table)} as since where since.comment_id = comments.id)`,
    ),
    sql` `,
  )}`;

/** Of what an act brought in, some that nothing of later is about, after an id. */
export function listUntouched(database: Database, act: string, after: string): Promise<BroughtIn[]> {
  return database.query(
    sql<BroughtIn>`select ${columns} from ${brought(act)} and comment_id > ${after} and ${isUntouched}
      order by comment_id limit ${atOnce(database)}`.compile(build),
  );
}

/** Which of these, that were answered, an act brought in, and nothing of later is about any more. */
export function listAbove(database: Database, act: string, ids: readonly string[]): Promise<BroughtIn[]> {
  return database.query(
    sql<BroughtIn>`select ${columns} from ${brought(act)} and comment_id in ${among([...new Set(ids)])}
      and ${isUntouched}`.compile(build),
  );
}

/** Some of what an act brought in. */
export function listTouched(database: Database, act: string): Promise<BroughtIn[]> {
  return database.query(
    sql<BroughtIn>`select ${columns} from ${brought(act)} order by comment_id limit ${atOnce(database)}`.compile(
      build,
    ),
  );
}

/** Whoever brings them in again may give them back what they said. */
export function forgetSource(ids: RawBuilder<string>): CompiledQuery {
  return sql`delete from imported_comments where comment_id in ${ids}`.compile(build);
}

/** Each costs a third of a decision; D1 has its own time for a statement. */
function atOnce({ rowsAtOnce }: Database): number {
  return Math.min(200, 4 * rowsAtOnce);
}
