import { sql } from 'kysely';
import { inSteps } from '../../world/slices.ts';
import { build, type Database } from '../database.ts';

/** As many decisions are looked at at once: all others wait meanwhile. */
const stepRows = 500;

/** Deletes decisions up to then about which nothing is there any more: the others tell what became of a comment. */
export async function pruneDecisions(database: Database, until: number): Promise<void> {
  let last: Step | undefined = { at: Number.MIN_SAFE_INTEGER, id: '' };
  await inSteps(async () => {
    if (last) last = await pruneStep(database, until, last);
    return last !== undefined;
  });
}

interface Step {
  at: number;
  id: string;
}

/** The last that was looked at, if there may be more. What undid a decision goes with it, or before. */
async function pruneStep(database: Database, until: number, { at, id }: Step): Promise<Step | undefined> {
  const looked = sql`select created_at, id from decisions
    where created_at <= ${until} and (created_at, id) > (${at}, ${id}) order by created_at, id limit ${stepRows}`;
  const emptied = (one: string) =>
    sql`not exists (select 1 from decided_comments where decision_id = ${sql.ref(one)})`;
  const gone = sql`select decisions.id from (${looked}) as looked join decisions on decisions.id = looked.id
    where ${emptied('decisions.id')} and not exists (select 1 from reports where settled_by = decisions.id)
      and not exists (select 1 from decisions as later where later.undoes = decisions.id
        and (later.created_at > ${until} or not ${emptied('later.id')}))`;
  const [rows = []] = await database.batch([
    sql<Step>`select created_at as at, id from (${looked}) order by created_at desc, id desc
      limit iif((select count(*) from (${looked})) < ${stepRows}, 0, 1)`.compile(build),
    sql`delete from decisions where undoes in (${gone})`.compile(build),
    sql`delete from decisions where id in (${gone})
      and not exists (select 1 from decisions as later where later.undoes = decisions.id)`.compile(build),
  ]);
  return rows[0];
}
