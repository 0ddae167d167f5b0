import type { Context, MiddlewareHandler } from 'hono';
import type { Deps, Env } from '../deps.ts';
import { fillsOf } from '../ready/places.ts';
import {
  answerAgain,
  fillOnce,
  isForAll,
  isNamed,
  keyOf,
  notModified,
  takeAnswer,
} from '../ready/ready-answers.ts';
import type { Edge, SharedAnswer } from './cache.ts';
import { EdgeMemory } from './memory.ts';

const threadPath =
  /^\/(embed\/[^/]+|api\/v1\/sites\/[^/]+\/(comments|thread\.html)|feeds\/[^/]+\/article\.atom)$/;

/**
 * Answers from what was made for an earlier request, here or by another server of the same place, without asking the
 * database for some seconds, unless something was changed in this place since.
 */
export function edgeAnswers(deps: Deps, edge: Edge): MiddlewareHandler<Env> {
  const memory = new EdgeMemory(deps, edge);
  return async (context, next) => {
    if (!isForAll(context) || !threadPath.test(context.req.path)) return next();
    const started = performance.now();
    const key = keyOf(context);
    const epoch = await edge.epoch();
    const known = await memory.find(key, epoch);
    if (known) return answerAgain(deps, known, started, (id) => answerWith(deps, context, known, id));
    const askedAt = deps.now();
    await next();
    const made = await share(context, { askedAt, epoch });
    if (!made) return;
    await memory.keep(key, made);
    context.res = undefined;
    context.res = answerWith(deps, context, made, context.get('requestId'));
  };
}

async function share(
  context: Context<Env>,
  asking: Pick<SharedAnswer, 'askedAt' | 'epoch'>,
): Promise<SharedAnswer | undefined> {
  const taken = await takeAnswer(context);
  if (!taken) return undefined;
  const { fills, ...made } = taken;
  return { ...made, ...asking, hasPlaces: fills !== undefined };
}

function answerWith(
  deps: Deps,
  context: Context<Env>,
  { site, etag, text, hasPlaces, ...answer }: SharedAnswer,
  requestId: string,
): Response {
  const headers = { ...answer.headers, 'x-request-id': requestId };
  if (etag && isNamed(etag, context.req.header('if-none-match'))) return notModified(headers);
  return new Response(hasPlaces ? fillPlaces(deps, site, text) : text, { headers });
}

function fillPlaces(deps: Deps, site: string, text: string): string {
  const fills = fillsOf(deps, { id: site });
  return text.replace(new RegExp(Object.keys(fills).join('|'), 'g'), fillOnce(fills));
}
