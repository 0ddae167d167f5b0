import { createRoute, z } from '@hono/zod-openapi';
import { followReceipts } from '../../comments/receipt.ts';
import type { Deps } from '../deps.ts';
import { isoTime, jsonAnswer, jsonBody, newRoutes, problems } from '../routes.ts';
import { siteParam } from '../shapes.ts';
import { ownComments } from './reader-shapes.ts';

const follow = createRoute({
  method: 'post',
  path: '/api/v1/sites/{site}/receipts',
  tags: ['Readers'],
  summary: 'Where several comments stand, for who has their receipts',
  request: {
    params: siteParam,
    body: jsonBody(z.object({ receipts: z.array(z.string().max(200)).max(50) }).openapi('Receipts')),
  },
  responses: { 200: jsonAnswer('Those that the site has, the newest first', ownComments), ...problems },
});

/** Receipts come in a body, so that no log has them; what a device has sent is asked for all at once. */
export function ownCommentRoutes(deps: Deps) {
  return newRoutes().openapi(follow, async (context) => {
    const { receipts } = context.req.valid('json');
    const found = await followReceipts(deps, context.get('site').id, receipts);
    const comments = found.map((own) => ({ ...own, createdAt: isoTime(own.createdAt) }));
    return context.json({ comments }, 200);
  });
}
