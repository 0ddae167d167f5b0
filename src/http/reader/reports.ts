import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { readComment } from '../../comments/branches.ts';
import { report } from '../../comments/report.ts';
import { anchorOf } from '../../web/frame/frame-address.ts';
import { senderOf } from '../address.ts';
import type { Deps, Env } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { readForm } from '../form.ts';
import { toProblem } from '../problems.ts';
import { newFormIds } from '../ready/places.ts';
import { byReaders, identityHeaders, jsonAnswer, jsonBody, newRoutes, problems } from '../routes.ts';
import { siteParam } from '../shapes.ts';
import { addressWith, frameAsked } from './embed.ts';
import { type FrameQuery, frameQuery } from './embed-fields.ts';
import { renderFrame } from './frame.ts';
import { newReport, reported } from './reader-shapes.ts';

const send = createRoute({
  method: 'post',
  path: '/api/v1/sites/{site}/comments/{id}/reports',
  tags: ['Readers'],
  summary: 'Ask the moderators to look at a published comment again',
  security: byReaders,
  request: {
    params: siteParam.extend({ id: z.string() }),
    headers: identityHeaders,
    body: jsonBody(newReport),
  },
  responses: { 202: jsonAnswer('Taken in; nothing public changes by it', reported), ...problems },
});

const page = '/embed/:site/comments/:id/report';
const typedFields = z.object({
  reason: newReport.shape.reason.or(z.literal('')).catch('').default(''),
  details: z.string().default(''),
});

export function reportRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.openapi(send, async (context) => {
    await take(deps, context, context.req.valid('param').id, context.req.valid('json'));
    return context.json({ reported: true as const }, 202);
  });
  routes.get(page, async (context) => {
    const { id } = context.req.param();
    const query = await askedOf(deps, context, id, context.req.query());
    const ids = newFormIds(deps, context.get('site'));
    return (await renderFrame(deps, context, { ...query, report: id }, { ids })).page;
  });
  routes.post(page, async (context) => {
    const { id } = context.req.param();
    const fields = await readForm(context);
    const query = await askedOf(deps, context, id, fields);
    try {
      await take(deps, context, id, parseOrRefuse(newReport, fields));
      return context.redirect(`${addressWith(context, query, { reported: id })}#${anchorOf(id)}`, 303);
    } catch (error) {
      const problem = toProblem(error);
      // Where nobody sees the comment any more, there is no place for the form.
      if (!problem || problem.kind === 'not-found') throw error;
      const ids = newFormIds(deps, context.get('site'));
      const filled = { ids, report: parseOrRefuse(typedFields, fields), problem };
      return (await renderFrame(deps, context, { ...query, report: id }, filled)).page;
    }
  });
  return routes;
}

async function take(deps: Deps, context: Context<Env>, commentId: string, given: z.infer<typeof newReport>) {
  const site = context.get('site');
  const { reason, details = '' } = given;
  await report(deps, site, await senderOf(deps, context, site), { commentId, reason, details });
}

/** The page that a report of a comment was asked for on, else that of the comment's article. */
async function askedOf(
  deps: Deps,
  context: Context<Env>,
  id: string,
  fields: Partial<Record<string, string>>,
): Promise<FrameQuery> {
  const query = parseOrRefuse(frameQuery, fields);
  if (query.article !== undefined) return frameAsked(context, query);
  const { article } = await readComment(deps, context.get('site'), id);
  const { key, title, url } = article;
  return frameAsked(context, { ...query, article: key, title: title ?? '', url: url ?? '' });
}
