import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { isMetUnseen } from '../../captcha/challenge.ts';
import { pictureSize } from '../../captcha/picture.ts';
import { followReceipt } from '../../comments/receipt.ts';
import { findAnswerable, readThread } from '../../comments/thread.ts';
import { Problem } from '../../problem.ts';
import type { Site } from '../../sites/site.ts';
import { challengeMs } from '../../store/lifetimes.ts';
import { threadPage } from '../../web/reader/thread-page.ts';
import type { CaptchaView, FormView } from '../../web/views.ts';
import type { Deps, Env } from '../deps.ts';
import { languageOf, statusOf, tellRetryAfter } from '../problems.ts';
import { pathOnSite } from './challenges.ts';
import type { frameFields, frameQuery } from './embed-fields.ts';

type FrameQuery = z.infer<typeof frameQuery> & { article: string };

export interface Filled {
  typed: Pick<z.infer<typeof frameFields>, 'author' | 'email' | 'body' | 'answer' | 'proofOfWork'>;
  /** What this form has and no other: the ids of its challenge and of its retries. */
  fresh: { challenge: string; key: string };
  problem?: Problem | undefined;
}

export const nothingMet = { answer: '', proofOfWork: '' };
export const nothingTyped: Filled['typed'] = { author: '', email: '', body: '', ...nothingMet };
const pageLength = 20;

/** The page, and when it is out of date by itself. */
export async function renderFrame(
  deps: Deps,
  context: Context<Env>,
  query: FrameQuery,
  { typed, fresh, problem }: Filled,
) {
  const site = context.get('site');
  const { article: key, title, url, sort, cursor } = query;
  const thread = await readThread(deps, site, key, { sort, cursor, limit: pageLength });
  if (problem) tellRetryAfter(context, problem);
  const form: FormView = {
    author: typed.author,
    email: typed.email,
    body: typed.body,
    parent: (query.parent && (await findAnswerable(deps, site, key, query.parent))) || null,
    errors: problem?.errors ?? [],
    failure: wholeFailure(context, problem),
    captcha: site.captcha === 'off' ? null : captchaView(site, fresh.challenge, typed),
    idempotencyKey: fresh.key,
  };
  const sent = await lookUpSent(deps, query.sent);
  const host = { key, title, url };
  const continued = cursor !== undefined;
  const answered = new Map(
    thread.comments.flatMap(({ parent }) => (parent && 'id' in parent ? [[parent.id, parent.author]] : [])),
  );
  const view = { site, host, ...thread, answered, continued, sort, form, sent };
  const page = await context.html(threadPage(view), problem ? statusOf[problem.kind] : 200);
  return { page, closesAt: thread.closesAt };
}

/** What is wrong with the whole request, where no field is at fault. */
function wholeFailure(context: Context<Env>, problem: Problem | undefined): string | null {
  return problem && problem.errors.length === 0 ? problem.detail[languageOf(context)] : null;
}

function captchaView(site: Site, id: string, { answer, proofOfWork }: Filled['typed']): CaptchaView {
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

async function lookUpSent(deps: Deps, receipt: string | undefined) {
  if (!receipt) return null;
  try {
    const { state } = await followReceipt(deps, receipt);
    return { state, receipt };
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
