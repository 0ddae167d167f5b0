import { type Branch, type Branches, readBranch, shownAtFirst } from '../../comments/branches.ts';
import type { Site } from '../../sites/site.ts';
import { findPublishedOf } from '../../store/comments/thread.ts';
import { encodeCursor } from '../../store/cursor.ts';
import type { BranchView } from '../../web/frame/thread-view.ts';
import type { Deps } from '../deps.ts';
import type { FrameQuery } from './embed-fields.ts';

type Read = Pick<Branches, 'articleId' | 'branches'>;

const shownWholly = 100;

/** The branches of a page, and in any case the comment that its address is about: in its place, else before all others. */
export async function branchesAround(
  deps: Deps,
  site: Site,
  { articleId, branches }: Read,
  focus: string | undefined,
  query: Pick<FrameQuery, 'branch' | 'replies'>,
): Promise<BranchView[]> {
  const shown = branches.map((branch) => toView(branch));
  if (articleId === null || focus === undefined) return shown;
  if (query.branch === undefined && shown.some((branch) => has(branch, focus))) return shown;
  const around = await readAround(deps, site, articleId, focus, query);
  if (!around) return shown;
  const at = shown.findIndex(({ thread }) => thread === around.thread);
  return at === -1 ? [around, ...shown] : shown.with(at, around);
}

async function readAround(
  deps: Deps,
  site: Site,
  articleId: number,
  focus: string,
  { branch, replies }: Pick<FrameQuery, 'branch' | 'replies'>,
): Promise<BranchView | undefined> {
  const read = async (limit: number, cursor?: string) => {
    const found = await readBranch(deps, site, articleId, focus, { limit, cursor });
    return found && toView(found, cursor !== undefined);
  };
  const asked = branch === undefined ? await read(shownAtFirst) : await read(shownWholly, replies);
  if (!asked || has(asked, focus)) return asked;
  const whole = await read(shownWholly);
  return !whole || has(whole, focus) ? whole : read(shownWholly, await placeBefore(deps, site, focus));
}

/** Where a page of answers begins that has this one first. */
async function placeBefore(deps: Deps, site: Site, id: string): Promise<string | undefined> {
  const comment = await findPublishedOf(deps.database, site.id, id);
  return comment && encodeCursor([comment.createdAt, '']);
}

function toView(branch: Branch, goesBefore = false): BranchView {
  const isLong = goesBefore || branch.replies.comments.length > shownAtFirst;
  return { ...branch, goesBefore, isLong };
}

function has({ comment, replies }: Branch, id: string): boolean {
  return comment.id === id || replies.comments.some((reply) => reply.id === id);
}
