import { Buffer } from 'node:buffer';
import type { z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { issueChallenge } from '../captcha/challenge.ts';
import { followReceipt } from '../comments/receipt.ts';
import { submit } from '../comments/submit.ts';
import { findAnswerable, readThreadWithAuthors } from '../comments/thread.ts';
import { Problem } from '../problem.ts';
import { randomToken } from '../random.ts';
import { threadPage } from '../web/thread-page.ts';
import type { FormView } from '../web/views.ts';
import { senderOf } from './address.ts';
import { audioPath } from './challenges.ts';
import type { Deps, Env } from './deps.ts';
import { frameFields, frameQuery, toNewComment } from './embed-fields.ts';
import { parseOrRefuse } from './field-errors.ts';
import { readForm } from './form.ts';
import { languageOf, statusOf, tellRetryAfter, toProblem } from './problems.ts';
import { newComment } from './reader-shapes.ts';
import { newRoutes } from './routes.ts';

type FrameQuery = z.infer<typeof frameQuery>;
type FrameFields = z.infer<typeof frameFields>;
type Typed = Pick<FrameFields, 'author' | 'email' | 'body' | 'challenge'>;

const nothingTyped: Typed = { author: '', email: '', body: '' };
const pageLength = 20;

/** The frame's page, whole without JavaScript: the form posts to its own address. */
export function embedRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.get('/embed/:site', async (context) => {
    const query = parseOrRefuse(frameQuery, context.req.query());
    return renderFrame(deps, context, query, { typed: nothingTyped });
  });
  routes.post('/embed/:site', async (context) => {
    const fields = parseOrRefuse(frameFields, await readForm(context));
    if (fields.do === 'reset-captcha') return renderFrame(deps, context, fields, { typed: fields });
    try {
      return context.redirect(addressAfter(context, fields, await sendForm(deps, context, fields)), 303);
    } catch (error) {
      const problem = toProblem(error);
      if (!problem) throw error;
      return renderFrame(deps, context, fields, { typed: fields, problem });
    }
  });
  return routes;
}

/** Only the site's own pages may frame it, and ours for the demo. */
export const allowSiteFrames: MiddlewareHandler<Env> = async (context, next) => {
  context.set('frameAncestors', ["'self'", ...context.get('site').origins]);
  await next();
};

async function sendForm(deps: Deps, context: Context<Env>, fields: FrameFields): Promise<string> {
  const site = context.get('site');
  const comment = parseOrRefuse(newComment, toNewComment(fields));
  const sender = senderOf(deps, context, site);
  const { receipt } = await submit(deps, { site, sender, comment, idempotencyKey: fields.key });
  return receipt;
}

function addressAfter(
  context: Context<Env>,
  { article, title, url, sort }: FrameFields,
  receipt: string,
): string {
  const query = new URLSearchParams({ article, title, url, sort, sent: receipt });
  return `${context.req.path}?${query}#binh-luan-status`;
}

async function renderFrame(
  deps: Deps,
  context: Context<Env>,
  query: FrameQuery,
  { typed, problem }: { typed: Typed; problem?: Problem },
) {
  const site = context.get('site');
  const { article: key, title, url, sort, cursor } = query;
  const thread = await readThreadWithAuthors(deps, site, key, { sort, cursor, limit: pageLength });
  const { captcha, failure } = await openCaptcha(deps, context, typed.challenge);
  if (problem) tellRetryAfter(context, problem);
  const form: FormView = {
    author: typed.author,
    email: typed.email,
    body: typed.body,
    parent: (query.parent && (await findAnswerable(deps, site, key, query.parent))) || null,
    errors: problem?.errors ?? [],
    failure: wholeFailure(context, problem) ?? failure,
    captcha,
    idempotencyKey: randomToken(deps.random),
  };
  const sent = await lookUpSent(deps, query.sent);
  const host = { key, title, url };
  const continued = cursor !== undefined;
  const view = { site, host, ...thread, continued, sort, form, sent };
  return context.html(threadPage(view), problem ? statusOf[problem.kind] : 200);
}

/** What is wrong with the whole request, where no field is at fault. */
function wholeFailure(context: Context<Env>, problem: Problem | undefined): string | null {
  return problem && problem.errors.length === 0 ? problem.detail[languageOf(context)] : null;
}

/** Reading goes on where no captcha can be had: then the form says why. */
async function openCaptcha(deps: Deps, context: Context<Env>, replaces: string | undefined) {
  const site = context.get('site');
  if (site.captcha === 'off') return { captcha: null, failure: null };
  try {
    const challenge = await issueChallenge(deps, site, senderOf(deps, context, site), replaces);
    const { id, picture, work, hasAudio } = challenge;
    const { contentType, bytes, width, height } = picture;
    const source = `data:${contentType};base64,${Buffer.from(bytes).toString('base64')}`;
    const audio = hasAudio ? audioPath(id) : null;
    return { captcha: { id, source, width, height, audio, work: work ?? null }, failure: null };
  } catch (error) {
    const problem = toProblem(error);
    if (!problem) throw error;
    return { captcha: null, failure: problem.detail[languageOf(context)] };
  }
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
