import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type Decision, decide, decideMatching, undo } from '../../comments/decide.ts';
import { readLastChanges } from '../../store/queue/last-changes.ts';
import type { Deps, Env } from '../deps.ts';
import { isoTime, jsonAnswer, jsonBody, moderatorsOnly, newRoutes, problems } from '../routes.ts';
import { toQueueFilter } from './asked.ts';
import { decision, newDecision } from './decision-shapes.ts';
import { sitesOf } from './moderator-sites.ts';

const take = createRoute({
  method: 'post',
  path: '/api/v1/decisions',
  tags: ['Moderators'],
  security: moderatorsOnly,
  summary: 'Decide comments as they were seen, or all that match a filter',
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

export function decisionRoutes(deps: Deps) {
  return newRoutes()
    .openapi(take, async (context) => {
      const taken = await takeDecision(deps, context, context.req.valid('json'));
      const missing = taken.results.length > 0 && taken.results.every(({ outcome }) => outcome === 'missing');
      if (missing) return context.json(taken, 404);
      if (lostIn(taken).length === 0) return context.json(taken, 201);
      return context.json({ ...taken, conflicts: await tellConflicts(deps, context, taken) }, 409);
    })
    .openapi(takeBack, async (context) => {
      const undone = await undoDecision(deps, context, context.req.valid('param').id);
      if (lostIn(undone).length === 0) return context.json(undone, 200);
      return context.json({ ...undone, conflicts: await tellConflicts(deps, context, undone) }, 409);
    });
}

export function takeDecision(deps: Deps, context: Context<Env>, given: z.infer<typeof newDecision>) {
  const moderator = context.get('moderator');
  const { action, comments = [], filter, expected = 0, reason, note } = given;
  const said = { action, reason, note };
  if (!filter) return decide(deps, moderator, { ...said, comments });
  const matching = toQueueFilter(filter, sitesOf(moderator, filter.site));
  return decideMatching(deps, moderator, { ...said, filter: matching, expected });
}

export function undoDecision(deps: Deps, context: Context<Env>, id: string): Promise<Decision> {
  return undo(deps, context.get('moderator'), id);
}

/** The comments that somebody else was faster with. */
export function lostIn({ results }: Decision): string[] {
  return results.filter(({ outcome }) => outcome === 'conflict').map(({ id }) => id);
}

const mostTold = 100;

/** Who was faster, with what, and when; of the first of them. */
async function tellConflicts(deps: Deps, context: Context<Env>, decision: Decision) {
  const { sites } = context.get('moderator');
  const changes = await readLastChanges(deps.database, sites, lostIn(decision).slice(0, mostTold));
  return changes.map((change) => ({ ...change, at: change.at === null ? null : isoTime(change.at) }));
}
