import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { claim, claimNext, release } from '../../store/queue/claims.ts';
import type { Deps, Env } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { readForm } from '../form.ts';
import { jsonAnswer, jsonBody, moderatorsOnly, newRoutes, problems } from '../routes.ts';
import { toQueueFilter } from './asked.ts';
import { sitesOf } from './moderator-sites.ts';
import { withoutEmpty } from './queue-page.ts';
import { queueFilter } from './queue-shapes.ts';

const skip = z.string().max(64).optional().openapi({
  description: 'A comment that one leaves to others, for one after it.',
});

const next = createRoute({
  method: 'post',
  path: '/api/v1/claims',
  tags: ['Moderators'],
  security: moderatorsOnly,
  summary: 'Take the next comment that no colleague looks at, for two minutes',
  request: { body: jsonBody(queueFilter.extend({ skip })) },
  responses: {
    200: jsonAnswer('Its id; null where none is left', z.object({ id: z.string().nullable() })),
    ...problems,
  },
});

const hold = createRoute({
  method: 'put',
  path: '/api/v1/claims/{id}',
  tags: ['Moderators'],
  security: moderatorsOnly,
  summary: 'Say that one looks at a comment',
  request: { params: z.object({ id: z.string().max(64) }) },
  responses: {
    200: jsonAnswer('Whether it is now yours, not a colleague’s', z.object({ claimed: z.boolean() })),
    ...problems,
  },
});

const leave = createRoute({
  method: 'delete',
  path: '/api/v1/claims/{id}',
  tags: ['Moderators'],
  security: moderatorsOnly,
  summary: 'Say that one no longer looks at a comment',
  request: { params: z.object({ id: z.string().max(64) }) },
  responses: { 204: { description: 'Let go, if it was yours' }, ...problems },
});

/** Who looks at what, so that two moderators do not work on the same comment. */
export function claimRoutes(deps: Deps) {
  const routes = newRoutes()
    .openapi(next, async (context) => {
      const { skip, ...filter } = context.req.valid('json');
      const id = await takeNext(deps, context, filter, skip);
      return context.json({ id: id ?? null }, 200);
    })
    .openapi(hold, async (context) => {
      const claimant = { moderatorId: context.get('moderator').id, now: deps.now() };
      const { sites } = context.get('moderator');
      const claimed = await claim(deps.database, context.req.valid('param').id, sites, claimant);
      return context.json({ claimed }, 200);
    })
    .openapi(leave, async (context) => {
      await release(deps.database, context.req.valid('param').id, context.get('moderator').id);
      return context.body(null, 204);
    });
  routes.post('/moderation/next', async (context) => {
    const { back = '', skip } = await readForm(context);
    return openNext(deps, context, new URLSearchParams(back), skip);
  });
  return routes;
}

/** Shows the next comment on a page of its own, or the queue where none is left. */
export async function openNext(deps: Deps, context: Context<Env>, query: URLSearchParams, skipped?: string) {
  const filter = parseOrRefuse(queueFilter, withoutEmpty(Object.fromEntries(query)));
  const id = await takeNext(deps, context, filter, skipped);
  return context.redirect(id ? `/moderation/comments/${id}?${query}` : `/moderation?${query}`, 303);
}

async function takeNext(
  deps: Deps,
  context: Context<Env>,
  filter: z.infer<typeof queueFilter>,
  skipped?: string,
) {
  const { id, sites } = context.get('moderator');
  const asked = toQueueFilter(
    filter,
    filter.site === undefined ? sites : sitesOf(context.get('moderator'), filter.site),
  );
  if (skipped) await release(deps.database, skipped, id);
  return claimNext(deps.database, asked, { moderatorId: id, now: deps.now() }, skipped || undefined);
}
