import { createRoute, z } from '@hono/zod-openapi';
import { eraseOwn, listOwn, withdrawOwn } from '../../../comments/senders/own.ts';
import { senderOf } from '../../address.ts';
import type { Deps } from '../../deps.ts';
import { identityHeaders, isoTime, jsonAnswer, newRoutes, onlyKnownReaders, problems } from '../../routes.ts';
import { commentOfSite, cursorQuery, limitQuery, siteParam } from '../../shapes.ts';
import { ownPage } from '../reader-shapes.ts';

const root = '/api/v1/sites/{site}/own' as const;
const common = { tags: ['Readers'], security: onlyKnownReaders };
const ofOne = { params: commentOfSite, headers: identityHeaders };

const list = createRoute({
  ...common,
  method: 'get',
  path: root,
  summary: 'What a known reader sent, on whatever device, the newest first',
  request: {
    params: siteParam,
    headers: identityHeaders,
    query: z.object({ limit: limitQuery.default(20), cursor: cursorQuery }),
  },
  responses: { 200: jsonAnswer('A page of them, in all states', ownPage), ...problems },
});

const takeBack = createRoute({
  ...common,
  method: 'delete',
  path: `${root}/{id}`,
  summary: 'Withdraw a comment of a known reader',
  request: ofOne,
  responses: { 204: { description: 'Withdrawn' }, ...problems },
});

const erase = createRoute({
  ...common,
  method: 'post',
  path: `${root}/{id}/erasure`,
  summary: 'Withdraw a comment of a known reader and erase it for good',
  request: ofOne,
  responses: { 204: { description: 'Erased' }, ...problems },
});

/** The comments of a reader whom the site vouches for: who they are is their receipt. */
export function readerCommentRoutes(deps: Deps) {
  return newRoutes()
    .openapi(list, async (context) => {
      const site = context.get('site');
      const sender = await senderOf(deps, context, site);
      const { rows, nextCursor } = await listOwn(deps, site, sender, context.req.valid('query'));
      const comments = rows.map(({ reason, createdAt, ...own }) => ({
        ...own,
        ...(reason && { reason }),
        createdAt: isoTime(createdAt),
      }));
      return context.json({ comments, nextCursor }, 200);
    })
    .openapi(takeBack, async (context) => {
      const site = context.get('site');
      const sender = await senderOf(deps, context, site);
      await withdrawOwn(deps, site, sender, context.req.valid('param').id);
      return context.body(null, 204);
    })
    .openapi(erase, async (context) => {
      const site = context.get('site');
      const sender = await senderOf(deps, context, site);
      await eraseOwn(deps, site, sender, context.req.valid('param').id);
      return context.body(null, 204);
    });
}
