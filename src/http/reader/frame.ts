import type { Context } from 'hono';
import { isMetUnseen } from '../../captcha/challenge.ts';
import { pictureSize } from '../../captcha/picture.ts';
import { type Branches, readBranches } from '../../comments/branches.ts';
import type { PublicComment } from '../../comments/comment.ts';
import { followReceipt } from '../../comments/receipt.ts';
import { findAnswerable } from '../../comments/thread.ts';
import { agoUntil } from '../../language/ago.ts';
import { Problem } from '../../problem.ts';
import { noticeOf } from '../../sites/notice.ts';
import { isOnSite, type Site } from '../../sites/site.ts';
import { findPublishedOf } from '../../store/comments/thread.ts';
import { challengeMs } from '../../store/lifetimes.ts';
import { threadPage } from '../../web/frame/thread-page.ts';
import type {
  BranchView,
  CaptchaView,
  FormView,
  OwnComment,
  ReportView,
  ThreadView,
} from '../../web/frame/thread-view.ts';
import type { Deps, Env } from '../deps.ts';
import { languageOf, statusOf, tellRetryAfter } from '../problems.ts';
import type { FormIds, PageIds } from '../ready/places.ts';
import { pathOnSite } from './challenges.ts';
import type { FrameFields, FrameQuery } from './embed-fields.ts';
import { branchesAround } from './frame-branches.ts';

type Typed = Pick<FrameFields, 'author' | 'email' | 'body' | 'consent' | 'notice' | 'answer' | 'proofOfWork'>;

/** What a page is filled with beside what is the same for all. */
export interface Filled {
  ids: PageIds;
  /** Into the form of the comment that the address answers, else into the one on top. */
  typed?: Typed;
  cleared?: FormView['cleared'];
  report?: Pick<ReportView, 'reason' | 'details'>;
  problem?: Problem;
}

export const nothingMet = { answer: '', proofOfWork: '' };
const nothingTyped: Typed = { author: '', email: '', body: '', consent: '', notice: '', ...nothingMet };
const pageLength = 20;

/** The page, and when it is out of date by itself. */
export async function renderFrame(deps: Deps, context: Context<Env>, query: FrameQuery, filled: Filled) {
  const site = context.get('site');
  const { sort, cursor, branch } = query;
  const [thread, sent] = await Promise.all([
    readBranches(deps, site, query.article, { sort, cursor, limit: pageLength }),
    lookUpSent(deps, site, query.sent),
  ]);
  const branches = await branchesAround(deps, site, thread, focusOf(query, sent), query);
  const now = deps.now();
  const view: ThreadView = {
    ...thread,
    ...hostOf(site, thread, query),
    ...(await formsOf(deps, context, thread, query, filled)),
    site,
    now,
    sort,
    cursor,
    branch,
    branches,
    notice: noticeOf(site),
    liked: query.liked,
    sent,
  };
  const { problem } = filled;
  if (problem) tellRetryAfter(context, problem);
  const page = await context.html(threadPage(view), problem ? statusOf[problem.kind] : 200);
  return { page, until: Math.min(thread.closesAt ?? Number.POSITIVE_INFINITY, ...times(branches, now)) };
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

async function formsOf(
  deps: Deps,
  context: Context<Env>,
  { article }: Branches,
  query: FrameQuery,
  filled: Filled,
) {
  const site = context.get('site');
  const [parent, reported] = await Promise.all([
    query.parent ? findAnswerable(deps, site, query.article, query.parent) : undefined,
    query.report ? findPublishedOf(deps.database, site.id, query.report) : undefined,
  ]);
  const { ids, cleared = null } = filled;
  const asked = askedOf(context, filled);
  const ofReport = query.report !== undefined;
  const top = { ...emptyForm(site, '', ids.top), cleared };
  const reply = emptyForm(site, 'r-', ids.reply);
  const isReply = parent !== undefined && article.open;
  const answerable = article.open && site['reply-depth'] > 0;
  const answer = isReply ? { ...reply, ...fill(site, ids.reply, filled.typed), ...asked, parent } : reply;
  return {
    form: isReply || ofReport ? top : { ...top, ...fill(site, ids.top, filled.typed), ...asked },
    reply: answerable ? answer : null,
    report: reportView(query, reported, filled, ofReport ? asked : nothingAsked),
  };
}

const nothingAsked = { errors: [], failure: null };

/** What was wrong; with the whole, where no field is at fault. */
function askedOf(context: Context<Env>, { problem }: Filled) {
  if (!problem) return nothingAsked;
  const failure = problem.errors.length === 0 ? problem.detail[languageOf(context)] : null;
  return { errors: problem.errors, failure };
}

function emptyForm(site: Site, prefix: FormView['prefix'], ids: FormIds): FormView {
  return {
    prefix,
    parent: null,
    ...nothingAsked,
    ...fill(site, ids, nothingTyped),
    idempotencyKey: ids.key,
    cleared: null,
  };
}

function fill(site: Site, { challenge }: FormIds, typed: Typed = nothingTyped) {
  const { author, email, body } = typed;
  // A tick is for the words that stood above it.
  const consent = typed.consent !== '' && typed.notice === noticeOf(site)?.version;
  const captcha = site.captcha === 'off' ? null : captchaView(site, challenge, typed);
  return { author, email, body, consent, captcha };
}

function captchaView(site: Site, id: string, { answer, proofOfWork }: Typed): CaptchaView {
  const unseen = isMetUnseen(site);
  return {
    id,
    livesMs: challengeMs,
    source: pathOnSite(site.id, id, 'picture'),
    ...pictureSize,
    audio: unseen ? pathOnSite(site.id, id, 'audio') : null,
    work: unseen,
    answer,
    proofOfWork,
  };
}

function reportView(
  { reported }: FrameQuery,
  open: PublicComment | undefined,
  { report }: Filled,
  asked: Pick<ReportView, 'errors' | 'failure'>,
): ReportView {
  return { open: open ?? null, reason: '', details: '', ...report, ...asked, sent: reported };
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
