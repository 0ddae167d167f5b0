import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { etag } from 'hono/etag';
import { keyed } from '../../articles/article.ts';
import { submit } from '../../comments/submit.ts';
import { readThread } from '../../comments/thread.ts';
import { readVersion } from '../../store/comments/versions.ts';
import { senderOf } from '../address.ts';
import type { Deps, Env } from '../deps.ts';
import { invalidRequest } from '../field-errors.ts';
import { isoTime, jsonAnswer, jsonBody, newRoutes, problems } from '../routes.ts';
import { articleKey, cursorQuery, limitQuery, siteParam } from '../shapes.ts';
import { mistakesIn } from './comment-mistakes.ts';
import { newComment, publicThread, submitted } from './reader-shapes.ts';

const list = createRoute({
  method: 'get',
  path: '/api/v1/sites/{site}/comments',
  tags: ['Readers'],
  summary: 'Published comments of an article',
  middleware: [etag({ weak: true })] as const,
  request: {
    params: siteParam,
    query: z.object({
      article: articleKey,
      sort: z.enum(['oldest', 'newest']).default('oldest'),
      limit: limitQuery.default(50),
      cursor: cursorQuery,
    }),
  },
  responses: { 200: jsonAnswer('A page of comments', publicThread), ...problems },
});

const send = createRoute({
  method: 'post',
  path: '/api/v1/sites/{site}/comments',
  tags: ['Readers'],
  summary: 'Send a comment',
  request: {
    params: siteParam,
    headers: z.object({
      'idempotency-key': z
        .string()
        .regex(/^[\x21-\x7e]{1,255}$/)
        .optional()
        .openapi({
          description: 'Makes a retry safe: the same key gets the same answer, and stores one comment.',
        }),
    }),
    body: jsonBody(newComment),
  },
  responses: { 202: jsonAnswer('Taken in; its state says whether it is public', submitted), ...problems },
});

export function commentRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.openapi(list, async (context) => {
    const { article: key, ...query } = context.req.valid('query');
    const site = context.get('site');
    const version = await readVersion(deps.database, site.id, key);
    const { article, comments, nextCursor, closesAt } = await readThread(deps, site, key, query);
    context.set('keepable', { article: key, version, until: closesAt });
    // Browsers ask each time and are told when nothing has changed; a CDN may spare us the asking, for seconds.
    context.header('Cache-Control', 'public, max-age=0, s-maxage=5');
    const shown = comments.map((comment) => ({ ...comment, createdAt: isoTime(comment.createdAt) }));
    return context.json({ article, comments: shown, nextCursor }, 200);
  });
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
