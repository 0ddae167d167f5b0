import { goOn } from '../articles/move.ts';
import { goBack } from '../articles/undo-move.ts';
import { takeBack } from '../moving/undo-import.ts';
import { type Act, listUnended } from '../store/acts.ts';
import { dropUnnoted } from '../store/articles/moves.ts';
import type { ActWorld } from '../world/world.ts';

/** Goes on with what was begun by then and was cut off; an import goes on where its file is given once more. */
export async function endActs(world: ActWorld, before: number): Promise<void> {
  for (const act of await listUnended(world.database, before)) await end(world, act);
}

async function end(world: ActWorld, { id, kind, site, undoes, details }: Act): Promise<void> {
  if (site === null) return;
  if (kind === 'move') {
    await world.database.query(dropUnnoted(id));
    await goOn(world, { id, site });
  }
  if (kind !== 'undo' || !undoes) return;
  if (details.of === 'move') await goBack(world, { id, undoes, site });
  if (details.of === 'import') await takeBack(world, { id, undoes });
}
