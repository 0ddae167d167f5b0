import { Problem } from '../problem.ts';
import { type Act, addAct, endAct } from '../store/acts.ts';
import {
  dropAlias,
  findMovable,
  isAsLeft,
  leadOn,
  listMoves,
  type MoveRow,
  moveComments,
  noteUndone,
  setKey,
  someComments,
  someMoved,
  swapKeys,
} from '../store/articles/moves.ts';
import { Duplicate } from '../store/database.ts';
import { randomToken } from '../world/random.ts';
import { giveWay } from '../world/slices.ts';
import type { ActWorld } from '../world/world.ts';
import { othersMove } from './move.ts';

/**
 * Takes back all that an act moved, the last first; comments that came since stay where they were written, or come along
 * where their article goes. Throws `conflict` where somebody moved the articles on since.
 */
export async function undoMove(
  world: ActWorld,
  { id: undoes, site, details }: Act,
  moderator: string | null,
): Promise<string> {
  if (!(await isAsLeft(world.database, undoes))) throw movedOn();
  const id = randomToken(world.random);
  const act = { id, kind: 'undo', site, moderator, undoes, details: { ...details, of: 'move' } } as const;
  try {
    await world.database.query(addAct({ ...act, createdAt: world.now() }));
  } catch (error) {
    throw error instanceof Duplicate ? othersMove() : error;
  }
  await goBack(world, { id, undoes, site: site ?? '' });
  return id;
}

function movedOn(): Problem {
  return new Problem('conflict', {
    vi: 'Sau đó các bài viết này đã được chuyển tiếp, nên không hoàn tác lần chuyển này được nữa.',
    en: 'These articles were moved on since, so this move cannot be undone any more.',
  });
}

/** Takes back what is not taken back yet, and ends the undoing. */
export async function goBack(
  world: ActWorld,
  { id, undoes, site }: { id: string; undoes: string; site: string },
): Promise<void> {
  for (;;) {
    const rows = await listMoves(world.database, undoes, 1, { most: 200, backwards: true });
    if (rows.length === 0) break;
    for (const row of rows) await backOne(world, { id: undoes, site }, row);
  }
  await world.database.query(endAct(id, world.now()));
}

async function backOne(world: ActWorld, act: { id: string; site: string }, row: MoveRow): Promise<void> {
  const { articleId, mergedInto } = row;
  if (articleId !== null && mergedInto !== null) await part(world, act, articleId, mergedInto);
  else if (articleId !== null) await renameBack(world, act, row, articleId);
  await world.database.query(noteUndone(act.id, row.position));
}

/** The two were one: what was moved goes back, as far as it is there still. */
async function part({ database }: ActWorld, { id }: { id: string }, from: number, to: number): Promise<void> {
  await database.query(leadOn(from, null));
  for (;;) {
    const some = await someMoved(database, id, { from, to });
    if (some.length === 0) return;
    await database.batch(moveComments(some, { from: to, to: from }));
    await giveWay();
  }
}

async function renameBack(
  world: ActWorld,
  { site }: { site: string },
  { from, to, swapped }: MoveRow,
  articleId: number,
): Promise<void> {
  const { database } = world;
  const there = await findMovable(database, site, from);
  const article = { id: articleId, key: to };
  if (!there) return void (await database.query(setKey(articleId, from)));
  const other = { id: there.rowId, key: from };
  if (there.id !== articleId) {
    await database.batch([...swapKeys(article, other), leadOn(other.id, articleId)]);
    return bringAlong(world, other.id, articleId);
  }
  if (there.rowId === articleId) {
    const left = await findMovable(database, site, to);
    return left && left.rowId !== articleId ? bringAlong(world, left.rowId, articleId) : undefined;
  }
  if (swapped) await database.batch(swapKeys(article, other));
  else await database.batch([dropAlias(site, from, articleId), setKey(articleId, from)]);
}

/** What was written at the old key since. */
async function bringAlong({ database }: ActWorld, from: number, to: number): Promise<void> {
  for (;;) {
    const some = await someComments(database, from);
    if (some.length === 0) return;
    await database.batch(moveComments(some, { from, to }));
    await giveWay();
  }
}
