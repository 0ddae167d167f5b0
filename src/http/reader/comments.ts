import { createRoute, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Deps, Env } from '../deps.ts';
import { invalidRequest } from '../field-errors.ts';
import { byReaders, identityHeaders, jsonAnswer, jsonBody, newRoutes, problems } from '../routes.ts';
import { idempotencyKey, siteParam } from '../shapes.ts';
import { sentComment, submitted } from './reader-shapes.ts';
import { takeComment } from './take-comment.ts';

const send = createRoute({
  method: 'post',
  path: '/api/v1/sites/{site}/comments',
  tags: ['Readers'],
  security: byReaders,
  summary: 'Send a comment',
  request: {
    params: siteParam,
    headers: identityHeaders.extend({ 'idempotency-key': idempotencyKey }),
    body: jsonBody(sentComment),
  },
  responses: { 202: jsonAnswer('Taken in; its state says whether it is public', submitted), ...problems },
});

export function commentRoutes(deps: Deps) {
  return newRoutes().openapi(
    send,
    async (context) => {
      const { 'idempotency-key': key } = context.req.valid('header');
      return context.json(await takeComment(deps, context, context.req.valid('json'), key), 202);
    },
    (result, context) => (result.success ? undefined : takeOtherwise(deps, context, result)),
  );
}

/** What is not as described may be so for who has a name by their site, whatever they typed for one. */
async function takeOtherwise(
  deps: Deps,
  context: Context<Env>,
  { target, error }: { target: string; error: z.ZodError },
) {
  if (target !== 'json') throw invalidRequest(error);
  // Nothing at all, not even a type, is no JSON, but gets this far.
  const given = await context.req.json().catch(() => undefined);
  return context.json(await takeComment(deps, context, given, context.req.header('idempotency-key')), 202);
}
