import { byCommand } from '../store/acts/record.ts';
import { addAct, countErased, endAct, findCutOff, readCount } from '../store/acts.ts';
import { type Aged, type AgedComment, listAged } from '../store/erasure/aged.ts';
import { deleteComments } from '../store/erasure/deletion.ts';
import { eraseComment } from '../store/erasure/erasure.ts';
import { growingId } from '../world/random.ts';
import { inSteps } from '../world/slices.ts';
import type { ActWorld } from '../world/world.ts';

/** Erases one comment for good, with what readers reported of it, by an act of its own, all in one write. */
export async function eraseForGood(world: ActWorld, site: string, id: string): Promise<void> {
  const now = world.now();
  const act = growingId(world);
  const details = { comments: 1 };
  await eraseComment(world.database, id, {
    now,
    evenReported: true,
    beside: () => [
      addAct({ id: act, kind: 'erase', site, by: byCommand, details, createdAt: now }),
      endAct(act, now),
    ],
  });
}

/**
 * Takes out what has been spam or rejected for long, some at a time, and says how many that were. What somebody
 * answered is emptied instead, since the answer refers to it. What is cut off is gone on with by purging again.
 */
export async function purgeAged(world: ActWorld, aged: Aged): Promise<number> {
  const { database, now } = world;
  const act = await begin(world, aged);
  const beside = (ids: Parameters<typeof countErased>[1]) => [countErased(act, ids)];
  const deleteSome = async (some: readonly AgedComment[]) =>
    (await deleteComments(database, some, beside)).length;
  while ((await goThrough(world, aged, deleteSome)) > 0);
  await goThrough(world, aged, async (some) => {
    for (const { id, version } of some)
      await eraseComment(database, id, { now: now(), evenReported: true, version, beside });
    return 0;
  });
  await database.query(endAct(act, now(), { before: isoOf(aged) }));
  return readCount(database, act);
}

async function begin({ database, now, random }: ActWorld, aged: Aged): Promise<string> {
  const { site, state } = aged;
  const cutOff = await findCutOff(database, { kind: 'purge', site, details: { state } });
  if (cutOff) return cutOff;
  const id = growingId({ now, random });
  const details = { state, before: isoOf(aged), comments: 0 };
  await database.query(addAct({ id, kind: 'purge', site, by: byCommand, details, createdAt: now() }));
  return id;
}

/** The latest first, so that most answers come before what they answer; says how many were done with. */
async function goThrough(
  { database }: ActWorld,
  aged: Aged,
  step: (some: readonly AgedComment[]) => Promise<number>,
): Promise<number> {
  let [done, last]: [number, AgedComment | undefined] = [0, undefined];
  await inSteps(async () => {
    const some = await listAged(database, aged, { most: database.rowsAtOnce, after: last });
    last = some.at(-1);
    if (some.length > 0) done += await step(some);
    return some.length === database.rowsAtOnce;
  });
  return done;
}

function isoOf({ before }: Aged): string {
  return new Date(before).toISOString();
}
