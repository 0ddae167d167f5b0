import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { readComment } from '../../comments/branches.ts';
import { report } from '../../comments/report.ts';
import type { Problem } from '../../problem.ts';
import { reportPage } from '../../web/reader/report-page.ts';
import { senderOf } from '../address.ts';
import type { Deps, Env } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { readForm } from '../form.ts';
import { languageOf, statusOf, tellRetryAfter, toProblem } from '../problems.ts';
import { jsonAnswer, jsonBody, newRoutes, problems } from '../routes.ts';
import { siteParam } from '../shapes.ts';
import { frameQuery } from './embed-fields.ts';
import { newReport, reported } from './reader-shapes.ts';

const send = createRoute({
  method: 'post',
  path: '/api/v1/sites/{site}/comments/{id}/reports',
  tags: ['Readers'],
  summary: 'Ask the moderators to look at a published comment again',
  request: { params: siteParam.extend({ id: z.string() }), body: jsonBody(newReport) },
  responses: { 202: jsonAnswer('Taken in; nothing public changes by it', reported), ...problems },
});

const page = '/embed/:site/comments/:id/report';
const pageQuery = frameQuery.pick({ sort: true, sent: true });
const typedFields = z.object({ reason: z.string().default(''), details: z.string().default('') });
const nothingTyped = { reason: '', details: '' };

interface Attempt {
  typed: z.infer<typeof typedFields>;
  problem?: Problem;
}

export function reportRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.openapi(send, async (context) => {
    await take(deps, context, context.req.valid('param').id, context.req.valid('json'));
    return context.json({ reported: true as const }, 202);
  });
  routes.get(page, (context) => show(deps, context, { typed: nothingTyped }));
  routes.post(page, async (context) => {
    const fields = await readForm(context);
    try {
      await take(deps, context, context.req.param('id'), parseOrRefuse(newReport, fields));
      const { sort } = parseOrRefuse(pageQuery, context.req.query());
      return context.redirect(`${context.req.path}?${new URLSearchParams({ sort, sent: 'yes' })}`, 303);
    } catch (error) {
      const problem = toProblem(error);
      if (!problem) throw error;
      return show(deps, context, { typed: parseOrRefuse(typedFields, fields), problem });
    }
  });
  return routes;
}

async function take(deps: Deps, context: Context<Env>, commentId: string, given: z.infer<typeof newReport>) {
  const site = context.get('site');
  const { reason, details = '' } = given;
  await report(deps, site, await senderOf(deps, context, site), { commentId, reason, details });
}

async function show(deps: Deps, context: Context<Env>, { typed, problem }: Attempt) {
  const site = context.get('site');
  const { sort, sent } = parseOrRefuse(pageQuery, context.req.query());
  const { comment, article } = await readComment(deps, site, context.req.param('id') ?? '');
  if (problem) tellRetryAfter(context, problem);
  const errors = problem?.errors ?? [];
  const failure = problem && errors.length === 0 ? problem.detail[languageOf(context)] : null;
  const view = { site, comment, article, sort, typed, errors, failure, sent: sent === 'yes' };
  return context.html(reportPage(view), problem ? statusOf[problem.kind] : 200);
}
