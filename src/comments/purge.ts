import { addAct, endAct } from '../store/acts.ts';
import { type Aged, listAged } from '../store/erasure/aged.ts';
import { deleteComments } from '../store/erasure/deletion.ts';
import { eraseComment } from '../store/erasure/erasure.ts';
import { randomToken } from '../world/random.ts';
import { giveWay } from '../world/slices.ts';
import type { ActWorld } from '../world/world.ts';

/** Erases one comment for good, with what readers reported of it, by an act of its own. */
export async function eraseForGood(world: ActWorld, site: string, id: string): Promise<void> {
  const { database, now } = world;
  const act = randomToken(world.random);
  const details = { comments: 1 };
  await database.query(addAct({ id: act, kind: 'erase', site, moderator: null, details, createdAt: now() }));
  await eraseComment(database, id, { now: now(), evenReported: true });
  await database.query(endAct(act, now()));
}

/**
 * Takes out what has been spam or rejected for long, some at a time, and says how many that were. What somebody
 * answered is emptied instead, since the answer refers to it.
 */
export async function purgeAged(world: ActWorld, aged: Aged): Promise<number> {
  const { database, now } = world;
  const act = randomToken(world.random);
  const { site, state, before } = aged;
  const details = { state, before: new Date(before).toISOString() };
  await database.query(addAct({ id: act, kind: 'purge', site, moderator: null, details, createdAt: now() }));
  let comments = 0;
  for (;;) {
    const some = await listAged(database, aged, database.rowsAtOnce);
    if (some.length === 0) break;
    const gone = new Set(await deleteComments(database, some));
    for (const { id } of some.filter((one) => !gone.has(one.id)))
      await eraseComment(database, id, { now: now(), evenReported: true });
    comments += some.length;
    await giveWay();
  }
  await database.query(endAct(act, now(), { comments }));
  return comments;
}
