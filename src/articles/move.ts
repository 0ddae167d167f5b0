import type { By } from '../acts/act.ts';
import { endAct } from '../store/acts.ts';
import {
  addAlias,
  dropMove,
  endNoting,
  findMovable,
  leadOn,
  listMoves,
  type Movable,
  type MoveRow,
  noteBegun,
  noteDone,
  noteMoves,
  setKey,
  swapKeys,
} from '../store/articles/moves.ts';
import type { ActWorld } from '../world/world.ts';
import { beginAct } from './begin.ts';
import { giveComments } from './give.ts';

/** From one key to another; where `alias` is set, whoever comes by the old one is led on. */
export interface Move {
  from: string;
  to: string;
  alias: boolean;
}

export interface Moved {
  /** The act that undoes all of it by its id; none where nothing was moved. */
  act: string | null;
  moved: { from: string; to: string; comments: number; merged: boolean }[];
  /** Keys that there is no article at. */
  missing: string[];
}

export interface Mover {
  site: string;
  by: By;
}

const notedAtOnce = 1000;

/**
 * Moves articles, one after the other, each with all its comments; where there is an article already the two become
 * one. All is one act, noted before anything is moved, so that what is cut off is gone on with. Throws `conflict` where
 * others are being moved just now.
 */
export async function moveArticles(world: ActWorld, mover: Mover, moves: readonly Move[]): Promise<Moved> {
  const [only] = moves;
  const details = { moves: moves.length, ...(moves.length === 1 && { from: only?.from, to: only?.to }) };
  const id = await beginAct(world, { kind: 'move', ...mover, details });
  for (let first = 0; first < moves.length; first += notedAtOnce)
    await world.database.query(noteMoves(id, moves.slice(first, first + notedAtOnce), first));
  await world.database.query(endNoting(id));
  const told = await goOn(world, { id, site: mover.site });
  return { act: told.moved.length > 0 ? id : null, ...told };
}

/** Moves what an act has not moved yet, and ends it. */
export async function goOn(
  world: ActWorld,
  { id, site }: { id: string; site: string },
): Promise<Pick<Moved, 'moved' | 'missing'>> {
  const told: Pick<Moved, 'moved' | 'missing'> = { moved: [], missing: [] };
  for (;;) {
    const rows = await listMoves(world.database, id, 0, { most: 200 });
    if (rows.length === 0) break;
    for (const row of rows) await moveOne(world, { id, site }, row, told);
  }
  const comments = told.moved.reduce((sum, one) => sum + one.comments, 0);
  await world.database.query(endAct(id, world.now(), { articles: told.moved.length, comments }));
  return told;
}

async function moveOne(
  world: ActWorld,
  act: { id: string; site: string },
  row: MoveRow,
  told: Pick<Moved, 'moved' | 'missing'>,
): Promise<void> {
  const { from, to } = row;
  if (row.articleId !== null && row.mergedInto !== null)
    return mergeRest(world, act, row, { from: row.articleId, to: row.mergedInto });
  const article = await findMovable(world.database, act.site, from);
  if (!article) {
    await world.database.query(dropMove(act.id, row.position));
    told.missing.push(from);
    return;
  }
  const there = await findMovable(world.database, act.site, to);
  const merged = there !== undefined && there.id !== article.id;
  if (merged) await merge(world, act, row, article, there);
  else await rename(world, act, row, article, there?.rowId);
  told.moved.push({ from, to, comments: article.comments, merged: merged && there.comments > 0 });
}

/** Where the new key is an alias of the very article, the two keys change their places. */
async function rename(
  world: ActWorld,
  { id, site }: { id: string; site: string },
  { position, from, to, alias }: MoveRow,
  article: Movable,
  rowAtKey: number | undefined,
): Promise<void> {
  const done = { actId: id, position, articleId: article.id };
  if (rowAtKey === article.id) return void (await world.database.query(dropMove(id, position)));
  if (rowAtKey !== undefined) {
    const keys = swapKeys(article, { id: rowAtKey, key: to });
    return void (await world.database.batch([...keys, noteDone({ ...done, swapped: true })]));
  }
  const leads = alias === 1 && from === article.key;
  await world.database.batch([
    setKey(article.id, to),
    ...(leads ? [addAlias(site, from, article.id, world.now())] : []),
    noteDone(done),
  ]);
}

/** Readers of the old key are led on first, so that none of them sees it emptied. */
async function merge(
  world: ActWorld,
  act: { id: string },
  row: MoveRow,
  { id: from }: Movable,
  { id: to }: Movable,
): Promise<void> {
  const begun = { actId: act.id, position: row.position, articleId: from, mergedInto: to };
  await world.database.batch([noteBegun(begun), leadOn(from, to)]);
  await mergeRest(world, act, row, { from, to });
}

async function mergeRest(
  { database }: ActWorld,
  { id }: { id: string },
  { position, alias }: MoveRow,
  { from, to }: { from: number; to: number },
): Promise<void> {
  await giveComments(database, { from, to, actId: id });
  await database.batch([
    ...(alias === 1 ? [] : [leadOn(from, null)]),
    noteDone({ actId: id, position, articleId: from, mergedInto: to }),
  ]);
}
