import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { actions } from '../comments/comment.ts';
import { type Decision, decide, undo } from '../comments/decide.ts';
import { learnDecided } from '../screening/lessons.ts';
import { listDecisions } from '../store/decision-log.ts';
import { findQueued } from '../store/queue.ts';
import { logPage } from '../web/log-page.ts';
import type { Deps, Env } from './deps.ts';
import { parseOrRefuse } from './field-errors.ts';
import { readForm } from './form.ts';
import { decision, logPageAnswer, logQuery, newDecision } from './moderator-shapes.ts';
import { sitesOf } from './moderator-sites.ts';
import { showQueue, withoutEmpty } from './queue.ts';
import { isoTime, jsonAnswer, jsonBody, moderatorsOnly, newRoutes, problems } from './routes.ts';

const take = createRoute({
  method: 'post',
  path: '/api/v1/decisions',
  tags: ['Moderators'],
  security: moderatorsOnly,
  summary: 'Decide comments as they were seen',
  request: { body: jsonBody(newDecision) },
  responses: {
    201: jsonAnswer('Decided', decision),
    404: jsonAnswer('There is none of these comments', decision),
    409: jsonAnswer('Someone else decided at least one of them; the results tell which', decision),
    ...problems,
  },
});

const takeBack = createRoute({
  method: 'delete',
  path: '/api/v1/decisions/{id}',
  tags: ['Moderators'],
  security: moderatorsOnly,
  summary: 'Undo a decision',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: jsonAnswer('Undone', decision),
    409: jsonAnswer('At least one comment was decided again since; the results tell which', decision),
    ...problems,
  },
});

const log = createRoute({
  method: 'get',
  path: '/api/v1/decisions',
  tags: ['Moderators'],
  security: moderatorsOnly,
  summary: 'The audit log, newest first',
  request: { query: logQuery },
  responses: { 200: jsonAnswer('A page of the log', logPageAnswer), ...problems },
});

const decisionForm = z.object({
  action: z.enum(actions),
  id: z.string().max(64),
  version: z.coerce.number().int().min(1),
  reason: newDecision.shape.reason,
});

export function decisionRoutes(deps: Deps) {
  const routes = newRoutes()
    .openapi(take, async (context) => {
      const asked = decide(deps, context.get('moderator'), context.req.valid('json'));
      const taken = await taught(deps, context, asked);
      if (taken.results.every((result) => result.outcome === 'missing')) return context.json(taken, 404);
      return hasConflict(taken) ? context.json(taken, 409) : context.json(taken, 201);
    })
    .openapi(takeBack, async (context) => {
      const asked = undo(deps, context.get('moderator'), context.req.valid('param').id);
      const undone = await taught(deps, context, asked);
      return hasConflict(undone) ? context.json(undone, 409) : context.json(undone, 200);
    })
    .openapi(log, async (context) => {
      const { site, ...query } = context.req.valid('query');
      const sites = sitesOf(context.get('moderator'), site);
      const page = await listDecisions(deps.database, { ...query, sites });
      const decisions = page.rows.map((row) => ({ ...row, createdAt: isoTime(row.createdAt) }));
      return context.json({ decisions, nextCursor: page.nextCursor }, 200);
    });
  routes.get('/moderation/decisions', (context) => showLog(deps, context));
  routes.post('/moderation/decisions', async (context) => {
    const form = await readForm(context);
    const { id, version, action, reason } = parseOrRefuse(decisionForm, form);
    const request = { action, comments: [{ id, version }], ...(action === 'reject' && { reason }) };
    const asked = decide(deps, context.get('moderator'), request);
    return answerForm(deps, context, form.back, await taught(deps, context, asked));
  });
  routes.post('/moderation/decisions/:id/undo', async (context) => {
    const { back } = await readForm(context);
    const asked = undo(deps, context.get('moderator'), context.req.param('id'));
    return answerForm(deps, context, back, await taught(deps, context, asked));
  });
  return routes;
}

/** The decision, once it was taught; it stands whatever comes of that: a lesson not counted stays due. */
async function taught(deps: Deps, context: Context<Env>, asked: Promise<Decision>): Promise<Decision> {
  const decision = await asked;
  try {
    await learnDecided(deps);
  } catch (error) {
    deps.log('error', 'lessons stay due', { requestId: context.get('requestId'), error: String(error) });
  }
  return decision;
}

function hasConflict({ results }: Decision): boolean {
  return results.some((result) => result.outcome === 'conflict');
}

/** Back to where the moderator was, told what happened; what someone else did first is shown, not hidden. */
async function answerForm(deps: Deps, context: Context<Env>, back: string | undefined, taken: Decision) {
  const query = new URLSearchParams(back);
  query.delete('decided');
  const lost = taken.results.filter((result) => result.outcome === 'conflict').map((result) => result.id);
  if (lost.length > 0) {
    const conflicts = await findQueued(deps.database, context.get('moderator').sites, lost);
    return showQueue(deps, context, Object.fromEntries(query), conflicts);
  }
  if (taken.id) query.set('decided', taken.id);
  return context.redirect(`/moderation?${query}`, 303);
}

async function showLog(deps: Deps, context: Context<Env>) {
  const moderator = context.get('moderator');
  const { site, ...query } = parseOrRefuse(logQuery, withoutEmpty(context.req.query()));
  const page = await listDecisions(deps.database, { ...query, sites: sitesOf(moderator, site) });
  const filter = { site: site ?? null, moderator: query.moderator ?? null };
  return context.html(logPage({ moderator, decisions: page.rows, nextCursor: page.nextCursor, filter }));
}
