import { lookUpArticle, type PublicArticle } from '../articles/article.ts';
import type { Site } from '../sites/site.ts';
import { authorsOf, findPublished, listPublished, type ThreadQuery } from '../store/comments/thread.ts';
import type { World } from '../world/world.ts';
import type { PublicComment } from './comment.ts';

export interface Thread {
  article: PublicArticle;
  comments: PublicComment[];
  /** When it will be closed by its age. */
  closesAt: number | null;
  nextCursor: string | null;
}

/** The published comments of an article: nothing else is ever read from here. */
export async function readThread(world: World, site: Site, key: string, query: ThreadQuery): Promise<Thread> {
  const { article, page } = await readPage(world, site, key, query);
  const { shown, closesAt } = article;
  return { article: shown, closesAt, comments: page.rows, nextCursor: page.nextCursor };
}

/** A thread and, for a page that a person reads, whom each comment answers: author by comment id. */
export async function readThreadWithAuthors(world: World, site: Site, key: string, query: ThreadQuery) {
  const { article, page } = await readPage(world, site, key, query);
  const parents = page.rows.flatMap((comment) => comment.parentId ?? []);
  const answered =
    article.id === null || parents.length === 0
      ? new Map<string, string>()
      : await authorsOf(world.database, article.id, parents);
  const { shown, closesAt } = article;
  return { article: shown, closesAt, comments: page.rows, nextCursor: page.nextCursor, answered };
}

/** The published comment that a reader wants to answer, if it is one of this article. */
export async function findAnswerable(
  world: World,
  site: Site,
  key: string,
  id: string,
): Promise<PublicComment | undefined> {
  const article = await lookUpArticle(world, site, key);
  return article.id === null ? undefined : findPublished(world.database, article.id, id);
}

async function readPage(world: World, site: Site, key: string, query: ThreadQuery) {
  const article = await lookUpArticle(world, site, key);
  const page =
    article.id === null
      ? { rows: [], nextCursor: null }
      : await listPublished(world.database, article.id, query);
  return { article, page };
}
