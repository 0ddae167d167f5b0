import type { Context } from 'hono';
import { isMetUnseen } from '../../captcha/challenge.ts';
import { pictureSize } from '../../captcha/picture.ts';
import type { Branches } from '../../comments/branches.ts';
import type { PublicComment } from '../../comments/comment.ts';
import { findAnswerable } from '../../comments/thread.ts';
import type { Problem } from '../../problem.ts';
import { noticeOf } from '../../sites/notice.ts';
import type { Site } from '../../sites/site.ts';
import { findPublishedOf } from '../../store/comments/thread.ts';
import { challengeMs } from '../../store/lifetimes.ts';
import type { CaptchaView, FormView, ReportView } from '../../web/frame/thread-view.ts';
import type { Deps, Env } from '../deps.ts';
import { languageOf } from '../problems.ts';
import type { FormIds } from '../ready/places.ts';
import { pathOnSite } from './challenges.ts';
import type { FrameFields, FrameQuery } from './embed-fields.ts';
import { closedTo, type Visitor } from './known/visitor.ts';

type Typed = Pick<
  FrameFields,
  'author' | 'email' | 'body' | 'consent' | 'notice' | 'notify' | 'answer' | 'proofOfWork'
>;

/** What a page is filled with beside what is the same for all. */
export interface Filled {
  ids: FormIds;
  typed?: Typed;
  cleared?: FormView['cleared'];
  report?: Pick<ReportView, 'reason' | 'details'>;
  problem?: Problem;
}

export const nothingMet = { answer: '', proofOfWork: '' };
const nothingTyped: Typed = {
  author: '',
  email: '',
  body: '',
  consent: '',
  notice: '',
  notify: '',
  ...nothingMet,
};
/** A page has one form for a comment: on top, or under what it answers; another for a report, where that is asked for. */
export async function formsOf(
  deps: Deps,
  context: Context<Env>,
  { article, articleId }: Branches,
  query: FrameQuery,
  filled: Filled & { visitor: Visitor },
) {
  const site = context.get('site');
  const closed = closedTo(filled.visitor, site);
  const answerable = article.open && closed === null && site['reply-depth'] > 0;
  const [parent, reported] = await Promise.all([
    answerable && query.parent ? findAnswerable(deps, site, articleId, query.parent) : undefined,
    query.report ? findPublishedOf(deps.database, site.id, query.report) : undefined,
  ]);
  const asked = askedOf(context, filled);
  const ofReport = query.report !== undefined;
  return {
    answerable,
    form: formView(context, filled, parent ?? null, ofReport ? nothingAsked : asked),
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

function formView(
  context: Context<Env>,
  { ids, typed = nothingTyped, cleared = null, problem, visitor }: Filled & { visitor: Visitor },
  parent: PublicComment | null,
  asked: Pick<FormView, 'errors' | 'failure'>,
): FormView {
  const { author, email, body, notice } = typed;
  const site = context.get('site');
  const isAsked = site.captcha !== 'off' && !visitor.reader;
  return {
    author,
    email,
    body,
    // A tick is for the words that stood above it.
    notify: typed.notify !== '',
    consent: typed.consent !== '' && notice === noticeOf(site)?.version,
    parent,
    ...asked,
    ended: problem ? null : (visitor.ended?.detail[languageOf(context)] ?? null),
    closedTo: closedTo(visitor, site),
    captcha: isAsked ? captchaView(site, ids.challenge, typed) : null,
    idempotencyKey: ids.key,
    cleared,
  };
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
