import { byCommand } from '../store/acts/record.ts';
import { addAct, endAct, findCutOff } from '../store/acts.ts';
import { deleteComments } from '../store/erasure/deletion.ts';
import {
  deleteEmptied,
  deleteSite,
  deleteSome,
  listDecisionsAbout,
  listUnanswered,
  many,
  measureSite,
  type SiteSize,
} from '../store/erasure/site-removal.ts';
import { growingId } from '../world/random.ts';
import { giveWay, inSteps } from '../world/slices.ts';
import type { ActWorld } from '../world/world.ts';

/**
 * Removes a site with all that was written on it, some at a time, by an act that outlives it: from its first write on
 * there is no such site for anybody. What is cut off is gone on with by removing the site again. Accounts stay, without
 * the site.
 */
export async function removeSite(world: ActWorld, site: string): Promise<SiteSize> {
  const size = await measureSite(world.database, site);
  const act = await begin(world, site, size);
  do {
    await deleteWritten(world, site);
    for (const belonging of many) await inSteps(() => deleteSome(world.database, belonging, site));
  } while (!(await end(world, site, act)));
  return size;
}

async function begin({ database, now, random }: ActWorld, site: string, details: SiteSize): Promise<string> {
  const cutOff = await findCutOff(database, { kind: 'remove-site', site, details: {} });
  if (cutOff) return cutOff;
  const id = growingId({ now, random });
  await database.query(addAct({ id, kind: 'remove-site', site, by: byCommand, details, createdAt: now() }));
  return id;
}

/** Its comments, and the decisions about them alone. */
async function deleteWritten({ database }: ActWorld, site: string): Promise<void> {
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
}

/** False where somebody's comment came in after the others had gone. */
async function end({ database, now }: ActWorld, site: string, act: string): Promise<boolean> {
  try {
    await database.batch([...deleteSite(site), endAct(act, now())]);
    return true;
  } catch (error) {
    if ((await listUnanswered(database, site, 1)).length === 0) throw error;
    return false;
  }
}
