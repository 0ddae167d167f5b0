import { createRoute, z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { appeal } from '../../comments/appeal.ts';
import { followReceipt, type Standing, withdraw } from '../../comments/receipt.ts';
import { setNotify } from '../../notices/mail/wish.ts';
import type { Problem } from '../../problem.ts';
import { isFollowed } from '../../store/notices/mailboxes.ts';
import { findSite } from '../../store/sites.ts';
import { receiptPage } from '../../web/receipt/page.ts';
import { withdrawalPage } from '../../web/receipt/withdrawal-page.ts';
import type { Deps, Env } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { readForm } from '../form.ts';
import { languageOf, statusOf, tellRetryAfter, toProblem } from '../problems.ts';
import { isoTime, jsonAnswer, jsonBody, newRoutes, problems } from '../routes.ts';
import { appealed, newAppeal, standing } from './reader-shapes.ts';
import { linksBack } from './receipt-links.ts';

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

const askAgain = createRoute({
  method: 'post',
  path: '/api/v1/receipts/{receipt}/appeals',
  tags: ['Readers'],
  summary: 'Ask, once, that a comment which was not published be looked at again',
  request: { params: receiptParam, body: jsonBody(newAppeal) },
  responses: { 202: jsonAnswer('It waits for a moderator again', appealed), ...problems },
});

export function receiptRoutes(deps: Deps) {
  const routes = newRoutes()
    .openapi(follow, (context) => context.json(toAnswer(context.get('standing')), 200))
    .openapi(takeBack, async (context) => {
      await withdraw(deps, context.get('standing'));
      return context.body(null, 204);
    })
    .openapi(askAgain, async (context) => {
      const shown = context.get('standing');
      await appeal(deps, shown, context.req.valid('json').text);
      return context.json({ id: shown.id, state: 'pending' as const }, 202);
    });
  routes.get('/receipts/:receipt', (context) => showReceipt(deps, context, context.get('standing')));
  routes.get('/receipts/:receipt/withdraw', (context) => {
    const { author, body, createdAt, state } = context.get('standing');
    const receipt = context.req.param('receipt');
    if (state === 'withdrawn') return context.redirect(`/receipts/${receipt}`, 303);
    return context.html(withdrawalPage({ site: context.get('site'), receipt, author, body, createdAt }));
  });
  routes.post('/receipts/:receipt/withdraw', async (context) => {
    await withdraw(deps, context.get('standing'));
    return context.redirect(`/receipts/${context.req.param('receipt')}`, 303);
  });
  routes.post('/receipts/:receipt/notify', async (context) => {
    const { notify } = await readForm(context);
    await setNotify(deps, context.get('standing'), notify === 'yes');
    return context.redirect(`/receipts/${context.req.param('receipt')}#told`, 303);
  });
  routes.post('/receipts/:receipt/appeal', async (context) => {
    const { receipt } = context.req.param();
    const fields = await readForm(context);
    try {
      await appeal(deps, context.get('standing'), parseOrRefuse(newAppeal, fields).text);
      return context.redirect(`/receipts/${receipt}`, 303);
    } catch (error) {
      const problem = toProblem(error);
      if (!problem) throw error;
      return showReceipt(deps, context, await followReceipt(deps, receipt), fields.text, problem);
    }
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

function toAnswer({ id, state, reason, body, original, erased, appeal, createdAt }: Standing) {
  return {
    id,
    state,
    ...(reason && { reason }),
    ...(erased && { erased }),
    ...(original && !erased && { edited: { body, original: original.body } }),
    ...(appeal && { appealedAt: isoTime(appeal.at) }),
    createdAt: isoTime(createdAt),
  };
}

async function showReceipt(deps: Deps, context: Context<Env>, shown: Standing, text = '', problem?: Problem) {
  if (problem) tellRetryAfter(context, problem);
  const errors = problem?.errors ?? [];
  const failure = problem && errors.length === 0 ? problem.detail[languageOf(context)] : null;
  const site = context.get('site');
  const receipt = context.req.param('receipt') ?? '';
  const followed = deps.mail ? await isFollowed(deps.database, shown.id) : null;
  const view = {
    ...shown,
    followed,
    ...linksBack(site, shown),
    site,
    receipt,
    address: `${deps.publicUrl}/receipts/${receipt}`,
    articleTitle: shown.article.title,
    form: { text, errors, failure },
  };
  return context.html(receiptPage(view), problem ? statusOf[problem.kind] : 200);
}
