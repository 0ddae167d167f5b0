import { createRoute, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { QueuedComment } from '../comments/comment.ts';
import type { Language } from '../language.ts';
import type { Moderator } from '../moderators/moderator.ts';
import { findDecision } from '../store/decision-log.ts';
import { listQueue } from '../store/queue.ts';
import { countStates } from '../store/state-counts.ts';
import { queuePage } from '../web/queue-page.ts';
import type { Deps, Env } from './deps.ts';
import { parseOrRefuse } from './field-errors.ts';
import { queuePageAnswer, queueQuery } from './moderator-shapes.ts';
import { listSitesOf, sitesOf } from './moderator-sites.ts';
import { isoTime, jsonAnswer, moderatorsOnly, newRoutes, problems } from './routes.ts';

const list = createRoute({
  method: 'get',
  path: '/api/v1/queue',
  tags: ['Moderators'],
  security: moderatorsOnly,
  summary: 'Comments in one state, with why each was held',
  request: { query: queueQuery },
  responses: { 200: jsonAnswer('A page of the queue', queuePageAnswer), ...problems },
});

export function queueRoutes(deps: Deps) {
  const routes = newRoutes().openapi(list, async (context) => {
    const moderator = context.get('moderator');
    const { page, counts } = await readQueue(deps, moderator, context.req.valid('query'));
    const { pending, published, rejected, spam } = counts;
    const comments = page.rows.map((comment) => toJson(comment, moderator.language));
    return context.json(
      { comments, counts: { pending, published, rejected, spam }, nextCursor: page.nextCursor },
      200,
    );
  });
  routes.get('/moderation', (context) => showQueue(deps, context, context.req.query()));
  return routes;
}

/** The queue as a page; `conflicts` are comments that somebody else decided first. */
export async function showQueue(
  deps: Deps,
  context: Context<Env>,
  given: Record<string, string>,
  conflicts: readonly QueuedComment[] = [],
) {
  const moderator = context.get('moderator');
  const query = parseOrRefuse(queueQuery, withoutEmpty(given));
  const { page, counts } = await readQueue(deps, moderator, query);
  const sites = await listSitesOf(deps, moderator);
  const decided = given.decided
    ? await findDecision(deps.database, moderator.sites, given.decided)
    : undefined;
  const { site = null, state, sort, rule = null, article = null, q = null } = query;
  const view = {
    moderator,
    sites,
    counts,
    comments: page.rows,
    nextCursor: page.nextCursor,
    query: { site, state, sort, rule, article, q },
    decided: decided ?? null,
    conflicts,
  };
  return context.html(queuePage(view), conflicts.length > 0 ? 409 : 200);
}

async function readQueue(deps: Deps, moderator: Moderator, { site, ...query }: z.infer<typeof queueQuery>) {
  const sites = sitesOf(moderator, site);
  const page = await listQueue(deps.database, { ...query, sites });
  return { page, counts: await countStates(deps.database, sites) };
}

/** A form sends what was not filled in as empty. */
export function withoutEmpty(given: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
}

function toJson({ decided: _, createdAt, findings, ...comment }: QueuedComment, language: Language) {
  return {
    ...comment,
    createdAt: isoTime(createdAt),
    findings: findings.map((finding) => ({ ...finding, message: finding.message[language] })),
  };
}
