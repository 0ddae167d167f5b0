import { sql } from 'kysely';
import { among, build, type Database } from '../database.ts';
import { countByDay, dayInVietnam, startOf } from '../statistics/days.ts';
import { listWaitSteps, sumUp } from '../statistics/waits.ts';

/** What a day has brought so far, and what was made of it. */
export interface Today {
  arrived: number;
  /** Comments that moderators decided and nobody took back since. */
  decided: number;
  /** Those of them that the asking moderator decided. */
  own: number;
  /** Half of those that were decided for the first time waited no longer; null where none was. */
  medianMs: number | null;
}

/** The day in Vietnam so far. */
export async function readToday(
  database: Database,
  sites: readonly string[],
  { moderatorId, now }: { moderatorId: string; now: number },
): Promise<Today> {
  const day = dayInVietnam(now);
  const period = { sites, first: day, last: day };
  const [counted, [decided], steps] = await Promise.all([
    countByDay(database, period),
    database.query(decidedSince(sites, { moderatorId, from: startOf(day) })),
    listWaitSteps(database, period),
  ]);
  return {
    arrived: counted.reduce((sum, { count }) => sum + count, 0),
    decided: decided?.decided ?? 0,
    own: decided?.own ?? 0,
    medianMs: sumUp(steps)?.medianMs ?? null,
  };
}

function decidedSince(
  sites: readonly string[],
  { moderatorId, from }: { moderatorId: string; from: number },
) {
  return sql<{ decided: number; own: number }>`select count(*) as decided,
      coalesce(sum(decisions.moderator_id = ${moderatorId}), 0) as own
    from decisions cross join decided_comments on decision_id = decisions.id
      cross join comments on comments.id = comment_id
    where decisions.created_at >= ${from} and decisions.action <> 'undo'
      and not exists (select 1 from decisions as later where later.undoes = decisions.id)
      and comments.site_id in ${among(sites)}`.compile(build);
}
