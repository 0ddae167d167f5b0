import { lookUpArticle, type PublicArticle } from '../articles/article.ts';
import type { Site } from '../sites/site.ts';
import { findPublished, listPicks, listPublished, type ThreadQuery } from '../store/comments/thread.ts';
import type { World } from '../world/world.ts';
import type { PublicComment } from './comment.ts';

/** An article with a page of what readers wrote. */
export interface Thread {
  article: PublicArticle;
  comments: PublicComment[];
  /** What the newsroom put above the others: on the first page, and empty after it. */
  picks: PublicComment[];
  /** When it will be closed by its age. */
  closesAt: number | null;
  nextCursor: string | null;
}

export const mostPicks = 5;

/** The published comments of an article: nothing else is ever read from here. */
export async function readThread(world: World, site: Site, key: string, query: ThreadQuery): Promise<Thread> {
  const { id, shown: article, closesAt } = await lookUpArticle(world, site, key);
  if (id === null) return { article, closesAt, comments: [], picks: [], nextCursor: null };
  const [page, picks] = await Promise.all([
    listPublished(world.database, id, query),
    picksFor(world, id, query),
  ]);
  return { article, closesAt, comments: page.rows, picks, nextCursor: page.nextCursor };
}

/** The picks of an article, where its first page is read. */
export async function picksFor(
  world: World,
  articleId: number,
  { cursor }: Pick<ThreadQuery, 'cursor'>,
): Promise<PublicComment[]> {
  return cursor ? [] : listPicks(world.database, articleId, mostPicks);
}

/** The published comment that a reader wants to answer, if it is one of this article. */
export async function findAnswerable(
  world: World,
  site: Site,
  articleId: number | null,
  id: string,
): Promise<PublicComment | undefined> {
  if (site['reply-depth'] === 0 || articleId === null) return undefined;
  return findPublished(world.database, articleId, id);
}
