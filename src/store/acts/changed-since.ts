import { sql } from 'kysely';
import { among, build, type Database } from '../database.ts';
import type { Act } from './list-acts.ts';

export interface LaterChange {
  /** Null where a command or the service made it. */
  by: string | null;
  createdAt: number;
}

/** The last that changed some of the same after an act; nothing where no act says so. */
export async function findLaterChange(database: Database, act: Act): Promise<LaterChange | undefined> {
  const names = Object.keys((act.details.after ?? {}) as object);
  const [later] = await database.query(
    sql<LaterChange>`select moderators.name as "by", acts.created_at as "createdAt"
      from acts left join moderators on moderators.id = acts.moderator_id
      where site_id = ${act.site} and acts.created_at >= ${act.createdAt} and acts.id <> ${act.id}
        and (kind = ${act.kind} or (kind = 'undo' and details ->> 'of' = ${act.kind}))
        and exists (select 1 from json_each(details, '$.after') as changed where changed.key in ${among(names)})
      order by acts.created_at desc, acts.id desc limit 1`.compile(build),
  );
  return later;
}
