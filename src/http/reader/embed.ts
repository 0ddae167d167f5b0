import type { z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { isOpen, resetChallenge } from '../../captcha/challenge.ts';
import { newChallengeId } from '../../captcha/challenge-id.ts';
import { submit } from '../../comments/submit.ts';
import { readVersion } from '../../store/comments/versions.ts';
import { randomToken } from '../../world/random.ts';
import { senderOf } from '../address.ts';
import type { Deps, Env } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { readForm } from '../form.ts';
import { toProblem } from '../problems.ts';
import { fillsOf, placesOf } from '../ready/places.ts';
import { newRoutes } from '../routes.ts';
import { mistakesIn } from './comment-mistakes.ts';
import { frameFields, frameQuery, toNewComment, withArticle } from './embed-fields.ts';
import { nothingMet, nothingTyped, renderFrame } from './frame.ts';
import { newComment } from './reader-shapes.ts';

type FrameQuery = ReturnType<typeof withArticle<z.infer<typeof frameQuery>>>;
type FrameFields = ReturnType<typeof withArticle<z.infer<typeof frameFields>>>;

/** The frame's page, whole without JavaScript: the form posts to its own address. */
export function embedRoutes(deps: Deps) {
  const showReady = readyFrames(deps);
  const routes = newRoutes();
  routes.get('/embed/:site', async (context) => {
    const query = withArticle(context.get('site'), parseOrRefuse(frameQuery, context.req.query()));
    const isForAll = query.sent === undefined && query.parent === undefined;
    return isForAll ? showReady(context, query) : showFrame(deps, context, query);
  });
  routes.post('/embed/:site', async (context) => {
    const sent = parseOrRefuse(frameFields, await readForm(context));
    const fields = withArticle(context.get('site'), sent);
    try {
      if (fields.do === 'reset-captcha') return await resetForm(deps, context, fields);
      return context.redirect(addressAfter(context, fields, await sendForm(deps, context, fields)), 303);
    } catch (error) {
      return showAgain(deps, context, fields, error);
    }
  });
  return routes;
}

/** Only the site's own pages may frame it, and ours for the demo. */
export const allowSiteFrames: MiddlewareHandler<Env> = async (context, next) => {
  context.set('frameAncestors', context.get('site').origins);
  await next();
};

/** What is the same for all who read an article is kept ready; what a form has once is put in for each. */
function readyFrames(deps: Deps) {
  const fresh = placesOf(deps);
  return async (context: Context<Env>, query: FrameQuery) => {
    const site = context.get('site');
    const version = await readVersion(deps.database, site.id, query.article);
    const { page, closesAt } = await renderFrame(deps, context, query, { typed: nothingTyped, fresh });
    const fills = fillsOf(deps, site);
    context.set('keepable', { article: query.article, version, until: closesAt, fills });
    return page;
  };
}

async function showFrame(deps: Deps, context: Context<Env>, query: FrameQuery) {
  return (await renderFrame(deps, context, query, { typed: nothingTyped, fresh: freshFor(deps, context) }))
    .page;
}

/** The page with all that was typed, and another captcha in place of the one before. */
async function resetForm(deps: Deps, context: Context<Env>, fields: FrameFields) {
  const site = context.get('site');
  const sender = await senderOf(deps, context, site);
  await resetChallenge(deps, site, sender.id, fields.challenge ?? '');
  const filled = { typed: { ...fields, ...nothingMet }, fresh: freshFor(deps, context) };
  return (await renderFrame(deps, context, fields, filled)).page;
}

/** The page with all that was typed: the answer too, where the mistake was elsewhere and it can still be given. */
async function showAgain(deps: Deps, context: Context<Env>, fields: FrameFields, error: unknown) {
  const problem = toProblem(error);
  if (!problem) throw error;
  const { challenge = '' } = fields;
  const isKept = await isOpen(deps, context.get('site'), challenge);
  const isMet = isKept && !problem.errors.some(({ field }) => field.startsWith('challenge'));
  const typed = isMet ? fields : { ...fields, ...nothingMet };
  const fresh = { ...freshFor(deps, context), ...(isKept && { challenge }) };
  return (await renderFrame(deps, context, fields, { typed, fresh, problem })).page;
}

function freshFor(deps: Deps, context: Context<Env>) {
  return {
    challenge: newChallengeId(deps, context.get('site').id).id,
    key: randomToken(deps.random),
  };
}

async function sendForm(deps: Deps, context: Context<Env>, fields: FrameFields): Promise<string> {
  const site = context.get('site');
  const given = toNewComment(fields);
  const { data: comment, error } = newComment.safeParse(given);
  if (error) throw await mistakesIn(deps, context, error, given);
  const sender = await senderOf(deps, context, site);
  const ofArticle = { ...comment, article: { ...comment.article, key: fields.article } };
  const { receipt } = await submit(deps, { site, sender, comment: ofArticle, idempotencyKey: fields.key });
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
