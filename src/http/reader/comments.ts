import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { keyed } from '../../articles/article.ts';
import { submit } from '../../comments/submit.ts';
import { senderOf } from '../address.ts';
import type { Deps, Env } from '../deps.ts';
import { invalidRequest } from '../field-errors.ts';
import { jsonAnswer, jsonBody, newRoutes, problems } from '../routes.ts';
import { idempotencyKey, siteParam } from '../shapes.ts';
import { mistakesIn } from './comment-mistakes.ts';
import { newComment, submitted } from './reader-shapes.ts';

const send = createRoute({
  method: 'post',
  path: '/api/v1/sites/{site}/comments',
  tags: ['Readers'],
  summary: 'Send a comment',
  request: {
    params: siteParam,
    headers: z.object({ 'idempotency-key': idempotencyKey }),
    body: jsonBody(newComment),
  },
  responses: { 202: jsonAnswer('Taken in; its state says whether it is public', submitted), ...problems },
});

export function commentRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.openapi(
    send,
    async (context) => {
      const site = context.get('site');
      const comment = context.req.valid('json');
      const answer = await submit(deps, {
        site,
        sender: await senderOf(deps, context, site),
        comment: { ...comment, article: keyed(site, comment.article) },
        idempotencyKey: context.req.valid('header')['idempotency-key'],
      });
      return context.json(answer, 202);
    },
    (result, context) => (result.success ? undefined : refuse(deps, context, result)),
  );
  return routes;
}

async function refuse(
  deps: Deps,
  context: Context<Env>,
  { target, error }: { target: string; error: z.ZodError },
): Promise<never> {
  if (target !== 'json') throw invalidRequest(error);
  // Nothing at all, not even a type, is no JSON, but gets this far.
  const given = await context.req.json().catch(() => undefined);
  throw await mistakesIn(deps, context, error, given);
}
