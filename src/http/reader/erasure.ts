import { createRoute, z } from '@hono/zod-openapi';
import { copyOwnComment } from '../../comments/kept/copy.ts';
import { eraseComments } from '../../comments/reader.ts';
import { byReader } from '../../store/acts/record.ts';
import { erasurePage } from '../../web/receipt/erasure-page.ts';
import type { Deps } from '../deps.ts';
import { jsonAnswer, newRoutes, problems } from '../routes.ts';
import { keptComment } from './kept-comment.ts';

const receiptParam = z.object({ receipt: z.string().max(200) });

const copy = createRoute({
  method: 'get',
  path: '/api/v1/receipts/{receipt}/copy',
  tags: ['Readers'],
  summary: 'A copy of all that is kept of the comment and its author',
  request: { params: receiptParam },
  responses: { 200: jsonAnswer('What is kept', keptComment), ...problems },
});

const erase = createRoute({
  method: 'post',
  path: '/api/v1/receipts/{receipt}/erasure',
  tags: ['Readers'],
  summary: 'Withdraw the comment and erase it for good',
  request: { params: receiptParam },
  responses: { 204: { description: 'Erased' }, ...problems },
});

const page = '/receipts/:receipt/erasure';

/** What the author of a comment may have of us: a copy of what we keep, and its end. */
export function erasureRoutes(deps: Deps) {
  const routes = newRoutes()
    .openapi(copy, async (context) => {
      context.header('Cache-Control', 'no-store');
      const { language } = context.get('site');
      return context.json(await copyOwnComment(deps, context.get('standing').id, language), 200);
    })
    .openapi(erase, async (context) => {
      await eraseComments(deps, [context.get('standing').id], byReader);
      return context.body(null, 204);
    });
  routes.get(page, (context) => {
    const { author, body, createdAt, erased } = context.get('standing');
    const receipt = context.req.param('receipt');
    if (erased) return context.redirect(`/receipts/${receipt}`, 303);
    return context.html(erasurePage({ site: context.get('site'), receipt, author, body, createdAt }));
  });
  routes.post(page, async (context) => {
    await eraseComments(deps, [context.get('standing').id], byReader);
    return context.redirect(`/receipts/${context.req.param('receipt')}`, 303);
  });
  return routes;
}
