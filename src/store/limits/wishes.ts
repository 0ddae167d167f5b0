import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import { build } from '../database.ts';
import { type Allowance, startOf } from './attempts.ts';

export interface Wishes {
  /** The places of those that come when some subject of theirs has had its most: a query, true until they are counted. */
  tooOften: RawBuilder<unknown>;
  /** Counts the others. */
  count: CompiledQuery;
}

/** Many attempts at once, each with all that it counts for in one window of time: for a write that does them. */
export function wishesOf(
  allowances: readonly (readonly Allowance[])[],
  windowMs: number,
  now: number,
): Wishes {
  const start = startOf(windowMs, now);
  const each = sql`json_each(${JSON.stringify(inOrder(allowances))}) as each`;
  const tooOften = sql`select each.value ->> 0 from ${each}
    left join attempts on subject = each.value ->> 1 and window_start = ${start}
    where coalesce(count, 0) + (each.value ->> 2) > each.value ->> 3`;
  const count = sql`insert into attempts (subject, window_start, count, expires_at)
    select each.value ->> 1, ${start}, 1, ${start + windowMs} from ${each}
      where each.value ->> 0 not in (${tooOften})
    on conflict (subject, window_start) do update set count = count + 1`.compile(build);
  return { tooOften, count };
}

/** The place of an attempt, a subject of it, the how manieth of that subject it is, and its most. */
function inOrder(allowances: readonly (readonly Allowance[])[]) {
  const ranks = new Map<string, number>();
  return allowances.flatMap((each, place) =>
    each.map(({ subject, most }) => {
      const rank = (ranks.get(subject) ?? 0) + 1;
      ranks.set(subject, rank);
      return [place, subject, rank, most] as const;
    }),
  );
}
