import type { By } from '../acts/act.ts';
import { beginUndo } from '../articles/begin.ts';
import { type Act, endAct } from '../store/acts.ts';
import { deleteComments } from '../store/erasure/deletion.ts';
import { eraseComment } from '../store/erasure/erasure.ts';
import {
  type BroughtIn,
  forgetSource,
  listAbove,
  listTouched,
  listUntouched,
} from '../store/foreign/undone-imports.ts';
import { inSteps } from '../world/slices.ts';
import type { ActWorld } from '../world/world.ts';

/**
 * Takes out what an import brought in and nothing of later is about. What was answered, decided or reported since is
 * emptied and withdrawn; what was erased stays so. The same file brings all of that back but what was erased. Throws
 * `conflict` where articles of the site are being moved just now.
 */
export async function undoImport(world: ActWorld, act: Act, by: By): Promise<string> {
  const id = await beginUndo(world, act, by);
  await takeBack(world, { id, undoes: act.id });
  return id;
}

/** Takes out what is there still, and ends the undoing. */
export async function takeBack(
  { database, now }: ActWorld,
  { id, undoes }: { id: string; undoes: string },
): Promise<void> {
  await takeOut(database, undoes);
  await empty({ database, now }, undoes);
  await database.query(endAct(id, now()));
}

/** Answers go first, and then at once what they answered. */
async function takeOut(database: ActWorld['database'], act: string): Promise<void> {
  let last = '';
  let above: BroughtIn[] = [];
  await inSteps(async () => {
    const some = above.length > 0 ? above : await listUntouched(database, act, last);
    if (above.length === 0) last = some.at(-1)?.id ?? last;
    const gone = new Set(await deleteComments(database, some));
    const answered = some.flatMap(({ id, parentId }) =>
      gone.has(id) && parentId !== null ? [parentId] : [],
    );
    above = answered.length > 0 ? await listAbove(database, act, answered) : [];
    return some.length > 0;
  });
}

async function empty({ database, now }: Pick<ActWorld, 'database' | 'now'>, act: string): Promise<void> {
  await inSteps(async () => {
    const some = await listTouched(database, act);
    for (const { id, version } of some)
      await eraseComment(database, id, { now: now(), version, beside: (ids) => [forgetSource(ids)] });
    return some.length > 0;
  });
}
