import type { By } from '../acts/act.ts';
import { Problem } from '../problem.ts';
import { undoOf } from '../store/acts/record.ts';
import { type Act, addAct, type NewAct } from '../store/acts.ts';
import { Duplicate } from '../store/database.ts';
import { growingId } from '../world/random.ts';
import type { ActWorld } from '../world/world.ts';

/** Begins an act that may move articles, and resolves to its id; throws `conflict` where others of the site are moved. */
export async function beginAct(
  { database, now, random }: ActWorld,
  act: Omit<NewAct, 'id' | 'createdAt'>,
): Promise<string> {
  const id = growingId({ now, random });
  try {
    await database.query(addAct({ ...act, id, createdAt: now() }));
  } catch (error) {
    throw error instanceof Duplicate ? othersMove() : error;
  }
  return id;
}

/** Begins the undoing of an act; throws as `beginAct` does. */
export function beginUndo(world: ActWorld, act: Act, by: By): Promise<string> {
  return beginAct(world, { ...undoOf(act), by });
}

function othersMove(): Problem {
  return new Problem('conflict', {
    vi: 'Đang có bài viết khác của trang này được chuyển. Vui lòng thử lại sau ít giây.',
    en: 'Other articles of this site are being moved just now. Please try again in a few seconds.',
  });
}
