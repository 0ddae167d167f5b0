import { type CompiledQuery, sql } from 'kysely';
import { inSteps } from '../../world/slices.ts';
import { among, build, type Database } from '../database.ts';

/**
 * What a decision that is stored already has in store for these comments. Whoever writes about a comment does this
 * first, in the same batch, so that everybody finds it decided.
 */
export function takeStepsOf(ids: readonly string[]): CompiledQuery<object> {
  return sql<object>`delete from decision_steps where comment_id in ${among(ids)}
    and exists (select 1 from decisions where id = decision_id)`.compile(build);
}

/** Whether a comment is decided already, though it has not been moved. */
export const isDecided = sql`exists (select 1 from decision_steps
  join decisions on decisions.id = decision_steps.decision_id where decision_steps.comment_id = comments.id)`;

/** Moves what is left to move of a decision; of one that is not stored, forgets what was noted. */
export async function takeRest(database: Database, decisionId: string): Promise<void> {
  const left = sql`select position from decision_steps where decision_id = ${decisionId} order by position`;
  await inSteps(async () => {
    const [, [next]] = await database.batch([
      sql`delete from decision_steps where decision_id = ${decisionId}
        and position in (${left} limit ${database.rowsAtOnce})`.compile(build),
      sql<object>`${left} limit 1`.compile(build),
    ]);
    return next !== undefined;
  });
}

/** What was begun so long ago was cut off: its process was killed, or its disk was full. */
export const unendedMs = 60_000;

/** Brings to its end what was begun before then, decided or not. */
export async function takeLeftOver(database: Database, before: number): Promise<void> {
  const begun = await database.query(
    sql<{ id: string }>`select distinct decision_id as id from decision_steps
      where created_at < ${before}`.compile(build),
  );
  for (const { id } of begun) await takeRest(database, id);
}
