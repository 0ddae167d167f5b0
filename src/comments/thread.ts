import type { Site } from '../sites/site.ts';
import { authorsOf, findPublished, listPublished, type ThreadQuery } from '../store/thread.ts';
import type { World } from '../world.ts';
import { lookUpArticle } from './article.ts';
import type { PublicArticle, PublicComment } from './comment.ts';

export interface Thread {
  article: PublicArticle;
  comments: PublicComment[];
  nextCursor: string | null;
}

/** The published comments of an article: nothing else is ever read from here. */
export async function readThread(world: World, site: Site, key: string, query: ThreadQuery): Promise<Thread> {
  const article = await lookUpArticle(world, site, key);
  if (article.id === null) return { article: article.shown, comments: [], nextCursor: null };
  const page = await listPublished(world.database, article.id, query);
  return { article: article.shown, comments: page.rows, nextCursor: page.nextCursor };
}

/** A thread and, for a page that a person reads, whom each comment answers. */
export async function readThreadWithAuthors(world: World, site: Site, key: string, query: ThreadQuery) {
  const thread = await readThread(world, site, key, query);
  const parents = thread.comments.flatMap((comment) => comment.parentId ?? []);
  return { ...thread, answered: await findAuthors(world, site, key, parents) };
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

async function findAuthors(world: World, site: Site, key: string, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>();
  const article = await lookUpArticle(world, site, key);
  return article.id === null ? new Map<string, string>() : authorsOf(world.database, article.id, ids);
}
