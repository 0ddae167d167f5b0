import type { By } from '../acts/act.ts';
import { Problem } from '../problem.ts';
import { type Act, endAct } from '../store/acts.ts';
import {
  dropAlias,
  findMovable,
  isAsLeft,
  leadOn,
  listMoves,
  type MoveRow,
  noteUndone,
  setKey,
  someMoved,
  swapKeys,
} from '../store/articles/moves.ts';
import type { ActWorld } from '../world/world.ts';
import { beginUndo } from './begin.ts';
import { giveComments } from './give.ts';

/**
 * Takes back all that an act moved, the last first; comments that came since stay where they were written, or come along
 * where their article goes. Throws `conflict` where somebody moved the articles on since.
 */
export async function undoMove(world: ActWorld, act: Act, by: By): Promise<string> {
  if (!(await isAsLeft(world.database, act.id))) throw movedOn();
  const id = await beginUndo(world, act, by);
  await goBack(world, { id, undoes: act.id, site: act.site ?? '' });
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
  await giveComments(database, { from: to, to: from, next: () => someMoved(database, id, { from, to }) });
}

/** What was written at the old key since comes along. */
async function renameBack(
  { database }: ActWorld,
  { site }: { site: string },
  { from, to, swapped }: MoveRow,
  articleId: number,
): Promise<void> {
  const there = await findMovable(database, site, from);
  const article = { id: articleId, key: to };
  if (!there) return void (await database.query(setKey(articleId, from)));
  const other = { id: there.rowId, key: from };
  if (there.id !== articleId) {
    await database.batch([...swapKeys(article, other), leadOn(other.id, articleId)]);
    return giveComments(database, { from: other.id, to: articleId });
  }
  if (there.rowId === articleId) {
    const left = await findMovable(database, site, to);
    if (left && left.rowId !== articleId) await giveComments(database, { from: left.rowId, to: articleId });
    return;
  }
  if (swapped) await database.batch(swapKeys(article, other));
  else await database.batch([dropAlias(site, from, articleId), setKey(articleId, from)]);
}
