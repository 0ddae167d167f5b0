import { lookUpArticle, type PublicArticle } from '../articles/article.ts';
import { Problem } from '../problem.ts';
import type { Site } from '../sites/site.ts';
import {
  type Beginning,
  findBeginning,
  listBeginnings,
  listFirstReplies,
  listReplies,
} from '../store/comments/branches.ts';
import { findPublishedOf, type ThreadQuery } from '../store/comments/thread.ts';
import { encodeCursor, type Page } from '../store/cursor.ts';
import type { World } from '../world/world.ts';
import type { PublicComment } from './comment.ts';
import { picksFor, type Thread } from './thread.ts';

/** A comment on an article with what was answered, flat. Where the comment is gone, its first answer stands for it. */
export interface Branch {
  /** The id of the comment that began it. */
  thread: string;
  comment: PublicComment;
  replies: { comments: PublicComment[]; nextCursor: string | null };
}

export interface Branches extends Omit<Thread, 'comments'> {
  /** Null before its first comment. */
  articleId: number | null;
  branches: Branch[];
}

type RepliesQuery = Omit<ThreadQuery, 'sort'>;

/** Of the answers in a branch. */
export const shownAtFirst = 3;

/** The published comments of an article by branches, with the first answers of each: three, or how many are asked for. */
export async function readBranches(
  world: World,
  site: Site,
  key: string,
  query: ThreadQuery,
  most = shownAtFirst,
): Promise<Branches> {
  const { id, shown: article, closesAt } = await lookUpArticle(world, site, key);
  const of = { article, articleId: id, closesAt };
  if (id === null) return { ...of, branches: [], picks: [], nextCursor: null };
  const [page, picks] = await Promise.all([
    listBeginnings(world.database, id, query),
    picksFor(world, id, query),
  ]);
  return { ...of, branches: await withReplies(world, page.rows, most), picks, nextCursor: page.nextCursor };
}

async function withReplies(
  { database }: World,
  beginnings: readonly Beginning[],
  most: number,
): Promise<Branch[]> {
  const answered = beginnings.filter(({ replyCount }) => replyCount > 0).map(({ id }) => id);
  const first =
    answered.length > 0 ? await listFirstReplies(database, answered, most + 1) : new Map<string, never>();
  return beginnings.flatMap((beginning) => toBranch(beginning, first.get(beginning.id) ?? [], most) ?? []);
}

/** Nothing where all of it was taken down meanwhile. */
function toBranch(beginning: Beginning, first: readonly PublicComment[], most: number): Branch | undefined {
  const [comment, ...answers] = beginning.comment ? [beginning.comment, ...first] : first;
  if (!comment) return undefined;
  const replyCount = repliesOf(beginning);
  const shown = answers.slice(0, most);
  const last = shown.at(-1);
  const nextCursor = last && replyCount > shown.length ? placeOf(last) : null;
  return {
    thread: beginning.id,
    comment: { ...comment, replyCount },
    replies: { comments: shown, nextCursor },
  };
}

/** How many are left for below the comment that the branch is shown by. */
function repliesOf({ comment, replyCount }: Beginning): number {
  return comment ? replyCount : replyCount - 1;
}

function placeOf({ createdAt, id }: Pick<PublicComment, 'createdAt' | 'id'>): string {
  return encodeCursor([createdAt, id]);
}

/** The branch that a published comment is in, with a page of its answers; nothing where there is none in this article. */
export async function readBranch(
  world: World,
  site: Site,
  articleId: number,
  id: string,
  query: RepliesQuery,
): Promise<Branch | undefined> {
  const beginning = await findBeginning(world.database, site.id, id);
  if (!beginning || beginning.articleId !== articleId) return undefined;
  const comment = beginning.comment ?? (await firstOf(world, beginning.id));
  if (!comment) return undefined;
  const cursor = query.cursor || (beginning.comment ? undefined : placeOf(comment));
  const page = await listReplies(world.database, { thread: beginning.id }, { ...query, cursor });
  return {
    thread: beginning.id,
    comment: { ...comment, replyCount: repliesOf(beginning) },
    replies: { comments: page.rows, nextCursor: page.nextCursor },
  };
}

async function firstOf({ database }: World, thread: string): Promise<PublicComment | undefined> {
  return (await listFirstReplies(database, [thread], 1)).get(thread)?.[0];
}

/** Answers to a published comment: where a branch is shown by it, all of that branch. Throws `not-found`. */
export async function readReplies(
  world: World,
  site: Site,
  id: string,
  query: RepliesQuery,
): Promise<Page<PublicComment>> {
  const { database } = world;
  const beginning = await findBeginning(database, site.id, id);
  if (!beginning) throw notShown();
  if (beginning.comment?.id === id) return listReplies(database, { thread: id }, query);
  const comment = await findPublishedOf(database, site.id, id);
  if (!comment) throw notShown();
  const stands = beginning.comment === null && (await firstOf(world, beginning.id))?.id === id;
  if (!stands) return listReplies(database, { parent: id }, query);
  return listReplies(
    database,
    { thread: beginning.id },
    { ...query, cursor: query.cursor || placeOf(comment) },
  );
}

/** A published comment with its article; throws `not-found` where nobody may see it. */
export async function readComment(
  world: World,
  site: Site,
  id: string,
): Promise<{ comment: PublicComment; article: PublicArticle }> {
  const found = await findPublishedOf(world.database, site.id, id);
  if (!found) throw notShown();
  const { articleKey, ...comment } = found;
  const { shown } = await lookUpArticle(world, site, articleKey);
  return { comment, article: shown };
}

export function notShown(): Problem {
  return new Problem('not-found', {
    vi: 'Bình luận này không còn được hiển thị.',
    en: 'This comment is not shown any more.',
  });
}
