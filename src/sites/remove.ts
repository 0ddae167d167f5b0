import { addAct, endAct } from '../store/acts.ts';
import { deleteComments } from '../store/erasure/deletion.ts';
import {
  deleteEmptied,
  deleteSite,
  listDecisionsAbout,
  listUnanswered,
  measureSite,
  type SiteSize,
} from '../store/erasure/site-removal.ts';
import { randomToken } from '../world/random.ts';
import { giveWay } from '../world/slices.ts';
import type { ActWorld } from '../world/world.ts';

/**
 * Removes a site with all that was written on it, some at a time, by an act that outlives it. What is cut off is gone on
 * with by removing the site again. Accounts stay, without the site.
 */
export async function removeSite(world: ActWorld, site: string): Promise<SiteSize> {
  const { database, now } = world;
  const size = await measureSite(database, site);
  const id = randomToken(world.random);
  await database.query(
    addAct({ id, kind: 'remove-site', site, moderator: null, details: size, createdAt: now() }),
  );
  for (;;) {
    const some = await listUnanswered(database, site, database.rowsAtOnce);
    if (some.length === 0) break;
    const decisions = await listDecisionsAbout(
      database,
      some.map((comment) => comment.id),
    );
    await deleteComments(database, some);
    while ((await database.query(deleteEmptied(decisions))).length > 0) await giveWay();
    await giveWay();
  }
  await database.batch([...deleteSite(site), endAct(id, now())]);
  return size;
}
