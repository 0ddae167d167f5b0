import {
  areKeysFolded,
  findKeys,
  hasMoreThan,
  type KeyedArticle,
  listKeys,
  mergeAll,
  noteKeysFolded,
  renameAll,
} from '../store/articles/folding.ts';
import { commentsAtOnce } from '../store/articles/moves.ts';
import type { ActWorld } from '../world/world.ts';
import { giveComments } from './give.ts';
import { canonicalKey, longestKey } from './key.ts';

const articlesAtOnce = 200;

/**
 * Gives each stored key its one form, once for a database; threads that become one are merged, and nothing is told to
 * anybody, since nothing was lost or said. May be cut off anywhere and run again, and run by two at once.
 */
export async function foldKeys(world: ActWorld): Promise<void> {
  const { database } = world;
  if (await areKeysFolded(database)) return;
  const folded = { renamed: 0, merged: 0 };
  let last = 0;
  for (;;) {
    const page = await listKeys(database, last, articlesAtOnce);
    if (page.length === 0) break;
    await foldPage(world, page, folded);
    last = page.at(-1)?.id ?? last;
  }
  await database.query(noteKeysFolded(world.now(), folded));
}

async function foldPage(
  { database }: ActWorld,
  page: readonly KeyedArticle[],
  folded: { renamed: number; merged: number },
): Promise<void> {
  const others = page.flatMap((article) => {
    const to = canonicalKey(article.key);
    return to === article.key || to === '' || to.length > longestKey ? [] : [{ ...article, to }];
  });
  if (others.length === 0) return;
  const wanted = others.map(({ site, to }) => ({ site, key: to }));
  const there = new Map(
    (await findKeys(database, wanted)).map(({ id, site, key }) => [`${site} ${key}`, id]),
  );
  const renames: typeof others = [];
  const merges: { from: number; to: number }[] = [];
  for (const article of others) {
    const place = `${article.site} ${article.to}`;
    const target = there.get(place);
    if (target === undefined) renames.push(article);
    else merges.push({ from: article.id, to: target });
    there.set(place, target ?? article.id);
  }
  for (const { from, to } of merges)
    if (await hasMoreThan(database, from, commentsAtOnce(database)))
      await giveComments(database, { from, to });
  await database.batch([renameAll(renames), ...mergeAll(merges)]);
  folded.renamed += renames.length;
  folded.merged += merges.length;
}
