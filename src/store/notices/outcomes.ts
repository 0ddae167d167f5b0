import { type CompiledQuery, sql } from 'kysely';
import { build, type Database } from '../database.ts';
import type { Delivery } from './deliveries.ts';
import { groupedMs } from './events.ts';

/** What became of a try. */
export interface Outcome {
  delivery: Pick<Delivery, 'event' | 'kind' | 'version'>;
  /** What was answered, in a few words. */
  answer: string;
  /** Whether it is there. */
  isThere: boolean;
  /** When it is tried again; never where that is absent. */
  again?: number;
  /** How the receiver took it: how long it asks to be left alone, and whether it says that it is there no more. Absent where it was not asked. */
  asked?: { restMs: number; isGone: boolean };
}

export interface Settling {
  now: number;
  /** How long a channel rests that has failed so many times on end. */
  restMs: (failures: number) => number;
  /** Recorded where a receiver that is there no more pauses its channel. */
  pause: CompiledQuery;
}

/** What a channel does since these tries, and did not before. */
export type Turn = 'fails' | 'works';

/** Notes what became of tries of one channel, all at once, and whether the channel works, rests until then, or is paused. */
export async function storeOutcomes(
  database: Database,
  channel: string,
  outcomes: readonly Outcome[],
  { now, restMs, pause }: Settling,
): Promise<Turn | undefined> {
  const [known] = await database.query(
    sql<{ failures: number }>`select failures from channels where id = ${channel}`.compile(build),
  );
  const failures = (known?.failures ?? 0) + 1;
  const asked = outcomes.filter((outcome) => outcome.asked);
  const works = asked.some(({ isThere }) => isThere);
  const isGone = asked.some((outcome) => outcome.asked?.isGone);
  const rest = Math.max(0, ...asked.map((outcome) => outcome.asked?.restMs ?? 0));
  await database.batch([
    settle(channel, outcomes, now),
    ...(outcomes.some(({ delivery }) => delivery.kind === 'queue.stands') ? [noteTold(channel, now)] : []),
    ...(asked.length > 0 && works ? [noteWorks(channel, rest > 0 ? now + rest : 0)] : []),
    ...(asked.length > 0 && !works
      ? [noteFails(channel, { now, until: now + Math.max(rest, restMs(failures)) })]
      : []),
    ...(isGone ? [noteGone(channel, now), pause] : []),
  ]);
  // One that is gone is paused, and that is an act of its own.
  return known && asked.length > 0 && !isGone ? turnOf(known.failures > 0, works) : undefined;
}

function turnOf(failed: boolean, works: boolean): Turn | undefined {
  if (failed !== works) return undefined;
  return works ? 'works' : 'fails';
}

/** What was sent again by somebody meanwhile stays so, and a line that was asked for again meanwhile is told again. */
function settle(channel: string, outcomes: readonly Outcome[], now: number): CompiledQuery {
  const rows = outcomes.map(({ delivery, answer, isThere, again }) => [
    delivery.event,
    isThere ? 'delivered' : again === undefined ? 'failed' : 'waiting',
    again ?? 0,
    answer,
    delivery.version,
  ]);
  const isSame = sql`version is told.value ->> 4`;
  return sql`update deliveries set status = iif(${isSame}, told.value ->> 1, 'waiting'),
      due_at = iif(${isSame}, told.value ->> 2, ${now + groupedMs}), tries = iif(${isSame}, tries, 0),
      answer = told.value ->> 3
    from json_each(${JSON.stringify(rows)}) as told
    where channel_id = ${channel} and event_id = told.value ->> 0 and status = 'waiting'`.compile(build);
}

/** That the line which groups events was told: the next one waits. */
function noteTold(channel: string, now: number): CompiledQuery {
  return sql`update channels set told_at = ${now} where id = ${channel}`.compile(build);
}

function noteWorks(channel: string, restsUntil: number): CompiledQuery {
  return sql`update channels set failures = 0, failing_since = null, rests_until = ${restsUntil}
    where id = ${channel} and (failures > 0 or ${restsUntil} > 0)`.compile(build);
}

function noteFails(channel: string, { now, until }: { now: number; until: number }): CompiledQuery {
  return sql`update channels set failures = failures + 1, failing_since = coalesce(failing_since, ${now}),
    rests_until = ${until} where id = ${channel}`.compile(build);
}

function noteGone(channel: string, now: number): CompiledQuery {
  return sql`update channels set paused_at = ${now}, gone = 1 where id = ${channel} and paused_at is null`.compile(
    build,
  );
}
