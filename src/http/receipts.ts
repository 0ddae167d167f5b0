import { createRoute, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { followReceipt, withdraw } from '../comments/receipt.ts';
import { findSite } from '../store/sites.ts';
import { receiptPage } from '../web/receipt-page.ts';
import type { Deps, Env } from './deps.ts';
import { standing } from './reader-shapes.ts';
import { isoTime, jsonAnswer, newRoutes, problems } from './routes.ts';

const receiptParam = z.object({ receipt: z.string().max(200) });

const follow = createRoute({
  method: 'get',
  path: '/api/v1/receipts/{receipt}',
  tags: ['Readers'],
  summary: 'Where a comment stands, for its author',
  request: { params: receiptParam },
  responses: {
    200: jsonAnswer('Its state, and the reason where a moderator gave one', standing),
    ...problems,
  },
});

const takeBack = createRoute({
  method: 'delete',
  path: '/api/v1/receipts/{receipt}',
  tags: ['Readers'],
  summary: 'Withdraw a comment',
  request: { params: receiptParam },
  responses: { 204: { description: 'Withdrawn' }, ...problems },
});

export function receiptRoutes(deps: Deps) {
  const routes = newRoutes()
    .openapi(follow, (context) => {
      const { id, state, reason, createdAt } = context.get('standing');
      return context.json({ id, state, ...(reason && { reason }), createdAt: isoTime(createdAt) }, 200);
    })
    .openapi(takeBack, async (context) => {
      await withdraw(deps, context.get('standing'));
      return context.body(null, 204);
    });
  routes.get('/receipts/:receipt', (context) => {
    const { article, ...shown } = context.get('standing');
    const receipt = context.req.param('receipt');
    return context.html(
      receiptPage({ ...shown, site: context.get('site'), receipt, articleTitle: article.title }),
    );
  });
  routes.post('/receipts/:receipt/withdraw', async (context) => {
    await withdraw(deps, context.get('standing'));
    return context.redirect(`/receipts/${context.req.param('receipt')}`, 303);
  });
  return routes;
}

/** Finds the comment that the receipt in the address is for, and its site, for all that comes after. */
export function requireReceipt(deps: Deps): MiddlewareHandler<Env> {
  return async (context, next) => {
    const standing = await followReceipt(deps, context.req.param('receipt') ?? '');
    const site = await findSite(deps.database, standing.site);
    if (!site) throw new Error(`a comment of the site ${standing.site}, which is not there`);
    context.set('standing', standing);
    context.set('site', site);
    await next();
  };
}
