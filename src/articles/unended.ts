import { listUnended } from '../store/acts.ts';
import { dropUnnoted } from '../store/articles/moves.ts';
import type { ActWorld } from '../world/world.ts';
import { goOn } from './move.ts';
import { goBack } from './undo-move.ts';

/** Goes on with what was begun by then and was cut off: moves, and the undoing of moves. */
export async function endMoves(world: ActWorld, before: number): Promise<void> {
  for (const { id, kind, site, undoes, details } of await listUnended(world.database, before)) {
    if (site === null) continue;
    if (kind === 'move') {
      await world.database.query(dropUnnoted(id));
      await goOn(world, { id, site });
    }
    if (kind === 'undo' && undoes && details.of === 'move') await goBack(world, { id, undoes, site });
  }
}
