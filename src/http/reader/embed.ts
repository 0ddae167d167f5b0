import type { z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { dropChallenge } from '../../captcha/challenge.ts';
import { reserveChallenge } from '../../captcha/reservation.ts';
import { submit } from '../../comments/submit.ts';
import { readVersion } from '../../store/comments/versions.ts';
import { StorageFailure } from '../../store/database.ts';
import { randomToken } from '../../world/random.ts';
import { senderOf } from '../address.ts';
import type { Deps, Env } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { readForm } from '../form.ts';
import { toProblem } from '../problems.ts';
import { fillsOf, placesOf } from '../ready/places.ts';
import { newRoutes } from '../routes.ts';
import { frameFields, frameQuery, toNewComment } from './embed-fields.ts';
import { nothingTyped, renderFrame } from './frame.ts';
import { newComment } from './reader-shapes.ts';

type FrameQuery = z.infer<typeof frameQuery>;
type FrameFields = z.infer<typeof frameFields>;

/** The frame's page, whole without JavaScript: the form posts to its own address. */
export function embedRoutes(deps: Deps) {
  const showReady = readyFrames(deps);
  const routes = newRoutes();
  routes.get('/embed/:site', async (context) => {
    const query = parseOrRefuse(frameQuery, context.req.query());
    const isForAll = query.sent === undefined && query.parent === undefined;
    return isForAll ? showReady(context, query) : showFrame(deps, context, query);
  });
  routes.post('/embed/:site', async (context) => {
    const fields = parseOrRefuse(frameFields, await readForm(context));
    if (fields.do === 'reset-captcha') return showAgain(deps, context, fields);
    try {
      return context.redirect(addressAfter(context, fields, await sendForm(deps, context, fields)), 303);
    } catch (error) {
      return showAgain(deps, context, fields, error);
    }
  });
  return routes;
}

/** Only the site's own pages may frame it, and ours for the demo. */
export const allowSiteFrames: MiddlewareHandler<Env> = async (context, next) => {
  context.set('frameAncestors', ["'self'", ...context.get('site').origins]);
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
async function showAgain(deps: Deps, context: Context<Env>, fields: FrameFields, error?: unknown) {
  const problem = error === undefined ? undefined : toProblem(error);
  if (error !== undefined && !problem) throw error;
  if (fields.challenge) await dropUsed(deps, context, fields.challenge);
  const filled = { typed: fields, fresh: freshFor(deps, context), problem };
  return (await renderFrame(deps, context, fields, filled)).page;
}

/** Where nothing can be stored just now, the reader is to have their words back all the same. */
async function dropUsed(deps: Deps, context: Context<Env>, challenge: string): Promise<void> {
  const site = context.get('site');
  try {
    const sender = await senderOf(deps, context, site);
    await dropChallenge(deps, site, sender.id, challenge);
  } catch (error) {
    if (!(error instanceof StorageFailure)) throw error;
  }
}

function freshFor(deps: Deps, context: Context<Env>) {
  return { challenge: reserveChallenge(deps, context.get('site')), key: randomToken(deps.random) };
}

async function sendForm(deps: Deps, context: Context<Env>, fields: FrameFields): Promise<string> {
  const site = context.get('site');
  const comment = parseOrRefuse(newComment, toNewComment(fields));
  const sender = await senderOf(deps, context, site);
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
