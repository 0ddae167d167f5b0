import { dropBeyond, dueChannels, failOld, isAnythingDue } from '../store/notices/deliveries.ts';
import { spreadEvents } from '../store/notices/events.ts';
import { giveWay } from '../world/slices.ts';
import { mostWaitedMs } from './pauses.ts';
import { type CourierWorld, tellChannel } from './telling.ts';

export type { CourierWorld } from './telling.ts';

/** What one event takes to be spread, and one channel to be told ten, in milliseconds of a usual processor. */
const spreadMs = 0.05;
const tellingMs = 3;
/** So many channels are told at once. */
const lanes = 16;
/** A channel that is told keeps its lane for so long, so that a slow one holds nobody else up. */
const laneMs = 5000;
/** So often at once is spread what happened: a decision about thousands fills no outbox whose channels work. */
const spreadsAtOnce = 5;

/**
 * One round: spreads what happened, and tells what is due to every channel that does not rest, at most so much. Whether
 * there may be more. Where nothing is due, nothing is written.
 */
export async function carry(world: CourierWorld, most = Number.POSITIVE_INFINITY): Promise<boolean> {
  if (!(await isAnythingDue(world.database, world.now()))) return false;
  const isMore = await spread(world);
  await failOld(world.database, world.now() - mostWaitedMs);
  const due = await dueChannels(world.database, world.now());
  const budget = { left: most };
  let told = 0;
  const lane = async () => {
    for (let id = due.shift(); id !== undefined; id = due.shift()) told += await tellFor(world, id, budget);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return (isMore || told > 0) && budget.left > 0;
}

/** Whether there may be more: what is told meanwhile makes room for it. */
async function spread({ database, now, log, calm = () => giveWay() }: CourierWorld): Promise<boolean> {
  let count = await spreadEvents(database, now());
  if (count === 0) return false;
  for (let step = 1; step < spreadsAtOnce && count > 0; step += 1) {
    await calm(count * spreadMs);
    count = await spreadEvents(database, now());
  }
  const dropped = await dropBeyond(database);
  if (dropped > 0) log('warn', 'too much waits to be told; the least important went', { dropped });
  return count > 0;
}

/** What goes wrong with one channel is no other's trouble; what was taken for it is due again in a minute. */
async function tellFor(world: CourierWorld, id: string, budget: { left: number }): Promise<number> {
  const until = world.now() + laneMs;
  let told = 0;
  try {
    for (let count = 1; count > 0 && budget.left > 0 && world.now() < until; told += count) {
      await world.calm?.(tellingMs);
      count = await tellChannel(world, id, budget);
    }
  } catch (error) {
    world.log('error', 'a channel cannot be told', { channel: id, cause: String(error) });
  }
  return told;
}
