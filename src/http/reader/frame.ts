import type { Context } from 'hono';
import { type Branches, readBranches } from '../../comments/branches.ts';
import { followReceipt } from '../../comments/receipt.ts';
import { agoUntil } from '../../language/ago.ts';
import { Problem } from '../../problem.ts';
import { noticeOf } from '../../sites/notice.ts';
import { isOnSite, type Site } from '../../sites/site.ts';
import { isFollowed } from '../../store/notices/mailboxes.ts';
import { threadPage } from '../../web/frame/thread-page.ts';
import type { BranchView, OwnComment, ThreadView } from '../../web/frame/thread-view.ts';
import type { Deps, Env } from '../deps.ts';
import { statusOf, tellRetryAfter, tellScheme } from '../problems.ts';
import type { FrameQuery } from './embed-fields.ts';
import { branchesAround } from './frame-branches.ts';
import { type Filled, formsOf } from './frame-forms.ts';
import { likedBy, signInAddress, visitorTo } from './known/visitor.ts';

const pageLength = 20;

/** The page, and when it is out of date by itself. */
export async function renderFrame(deps: Deps, context: Context<Env>, query: FrameQuery, filled: Filled) {
  const site = context.get('site');
  const { sort, cursor, branch } = query;
  const [thread, sent, visitor] = await Promise.all([
    readBranches(deps, site, query.article, { sort, cursor, limit: pageLength }),
    lookUpSent(deps, site, query.sent),
    visitorTo(deps, context),
  ]);
  const branches = await branchesAround(deps, site, thread, focusOf(query, sent), query);
  const now = deps.now();
  const view: ThreadView = {
    ...thread,
    ...hostOf(site, thread, query),
    ...(await formsOf(deps, context, thread, query, { ...filled, visitor })),
    reader: visitor.reader,
    likedByReader: await likedBy(deps, visitor, { ...thread, branches }),
    signIn: signInAddress(visitor, site),
    site,
    now,
    sort,
    cursor,
    branch,
    branches,
    notice: noticeOf(site),
    mail: deps.mail !== undefined,
    liked: query.liked,
    sent,
    isSentFollowed:
      sent !== null && deps.mail !== undefined && (await isFollowed(deps.database, sent.id)) === true,
  };
  const problem = filled.problem ?? visitor.ended;
  if (problem) tellInHeaders(context, problem);
  const page = await context.html(threadPage(view), problem ? statusOf[problem.kind] : 200);
  return { page, until: Math.min(thread.closesAt ?? Number.POSITIVE_INFINITY, ...times(branches, now)) };
}

function tellInHeaders(context: Context<Env>, problem: Problem): void {
  tellRetryAfter(context, problem);
  tellScheme(context, problem);
}

/** The comment that a page is about, which is on it whatever else is. */
function focusOf(query: FrameQuery, sent: OwnComment | null): string | undefined {
  const { comment, parent, report, reported, liked, branch } = query;
  const own = sent?.state === 'published' ? sent.id : (sent?.parentId ?? undefined);
  return own ?? comment ?? parent ?? report ?? reported ?? liked ?? branch;
}

function hostOf(
  site: Site,
  { article }: Pick<Branches, 'article'>,
  { title, url, language, article: key }: FrameQuery,
) {
  const page = [url, article.url ?? ''].find((address) => isOnSite(site, address)) ?? null;
  return { page, host: { key, title, url, language } };
}

/** When each time on a page is to be said otherwise. */
function times(branches: readonly BranchView[], now: number): number[] {
  const comments = branches.flatMap(({ comment, replies }) => [comment, ...replies.comments]);
  return comments.map(({ createdAt }) => agoUntil(createdAt, now));
}

async function lookUpSent(deps: Deps, site: Site, receipt: string | undefined): Promise<OwnComment | null> {
  if (!receipt) return null;
  try {
    const { id, state, author, body, createdAt, parentId, ...standing } = await followReceipt(deps, receipt);
    return standing.site === site.id ? { id, receipt, state, author, body, createdAt, parentId } : null;
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
