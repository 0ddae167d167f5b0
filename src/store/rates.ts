import { sql } from 'kysely';
import { build, type Database } from './database.ts';

const hourMs = 3_600_000;
/** Of an hour's allowance, what may be taken at once; the rest comes back evenly over the hour. */
const burstShare = 1 / 4;

/**
 * Takes one turn of a subject that gets at most so many in any hour: 0, or the milliseconds to wait before
 * there is one. One statement decides, so that of those who come at once no more than allowed are let through.
 */
export async function takeTurn(
  database: Database,
  subject: string,
  perHour: number,
  now: number,
): Promise<number> {
  const step = hourMs / (perHour * (1 - burstShare));
  const burst = (Math.max(1, Math.floor(perHour * burstShare)) - 1) * step;
  const [, [taken], [row]] = await database.batch([
    build.deleteFrom('rates').where('free_at', '<=', now).compile(),
    sql<{
      free_at: number;
    }>`insert into rates (subject, free_at) values (${subject}, ${Math.ceil(now + step)})
      on conflict (subject) do update set free_at = free_at + ${Math.ceil(step)}
        where free_at <= ${Math.floor(now + burst)}
      returning free_at`.compile(build),
    build.selectFrom('rates').select('free_at').where('subject', '=', subject).compile(),
  ]);
  return taken || !row ? 0 : Math.max(1, row.free_at - now - Math.floor(burst));
}
