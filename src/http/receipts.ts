import { createRoute, z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { followReceipt, withdraw } from '../comments/receipt.ts';
import { findSite } from '../store/sites.ts';
import { receiptPage } from '../web/receipt-page.ts';
import type { Deps, Env } from './deps.ts';
import { isoTime, jsonAnswer, newRoutes, problems } from './routes.ts';
import { standing } from './shapes.ts';

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
    .openapi(follow, async (context) => {
      const { id, state, reason, createdAt } = await followReceipt(deps, context.req.valid('param').receipt);
      return context.json({ id, state, ...(reason && { reason }), createdAt: isoTime(createdAt) }, 200);
    })
    .openapi(takeBack, async (context) => {
      await withdraw(deps, context.req.valid('param').receipt);
      return context.body(null, 204);
    });
  routes.get('/receipts/:receipt', (context) => showReceipt(deps, context, context.req.param('receipt')));
  routes.post('/receipts/:receipt/withdraw', async (context) => {
    const receipt = context.req.param('receipt');
    await withdraw(deps, receipt);
    return context.redirect(`/receipts/${receipt}`, 303);
  });
  return routes;
}

/** The receipt's own site, for CORS and for the language that errors are told in. */
export function requireReceiptSite(deps: Deps): MiddlewareHandler<Env> {
  return async (context, next) => {
    const { site } = await followReceipt(deps, context.req.param('receipt') ?? '');
    const found = await findSite(deps.database, site);
    if (found) context.set('site', found);
    await next();
  };
}

async function showReceipt(deps: Deps, context: Context<Env>, receipt: string) {
  const { article, ...shown } = await followReceipt(deps, receipt);
  return context.html(
    receiptPage({ ...shown, site: context.get('site'), receipt, articleTitle: article.title }),
  );
}
