import { moveComments, someComments } from '../store/articles/moves.ts';
import type { Database } from '../store/database.ts';
import { giveWay } from '../world/slices.ts';

interface Giving {
  from: number;
  to: number;
  /** The act that keeps which comments these were. */
  actId?: string;
  /** Which are next, where it is not all that the one article has. */
  next?: () => Promise<string[]>;
}

/** Gives comments of one article to another, some at a time, until there are no more. */
export async function giveComments(
  database: Database,
  { from, to, actId, next = () => someComments(database, from) }: Giving,
): Promise<void> {
  for (let some = await next(); some.length > 0; some = await next()) {
    await database.batch(moveComments(some, { from, to }, actId));
    await giveWay();
  }
}
