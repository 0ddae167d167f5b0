import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { QueuedComment } from '../../comments/comment.ts';
import { findDecision } from '../../store/queue/decision-log.ts';
import { mostDecided } from '../../store/queue/decisions.ts';
import { listMatching } from '../../store/queue/matching.ts';
import { type Asked, askedNames } from '../../web/queue/address.ts';
import { bulkPage } from '../../web/queue/bulk-page.ts';
import { queuePage } from '../../web/queue/page.ts';
import type { Deps, Env } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { newRoutes } from '../routes.ts';
import { keysOf } from './keys.ts';
import { listSitesOf, sitesOf } from './moderator-sites.ts';
import { newsroomContext } from './newsroom/context.ts';
import { readQueue } from './queue.ts';
import { queueFilter, queueQuery, toQueueFilter } from './queue-shapes.ts';

/** The queue as pages. */
export function queuePageRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.get('/moderation', (context) => showQueue(deps, context, context.req.query()));
  routes.get('/moderation/bulk', async (context) => {
    const given = withoutEmpty(context.req.query());
    const filter = parseOrRefuse(queueFilter, given);
    const moderator = context.get('moderator');
    const asked = toQueueFilter(filter, sitesOf(moderator, filter.site));
    const { length: matching } = await listMatching(deps.database, asked, mostDecided + 1);
    const sites = await listSitesOf(deps, moderator);
    return context.html(
      bulkPage({ moderator, sites, asked: askedOf(given), tab: filter.state, matching, most: mostDecided }),
    );
  });
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
  const query: z.infer<typeof queueQuery> = parseOrRefuse(queueQuery, withoutEmpty(given));
  const [{ page, counts }, sites, keys, decided, newsroom] = await Promise.all([
    readQueue(deps, moderator, query),
    listSitesOf(deps, moderator),
    keysOf(deps, moderator),
    given.decided ? findDecision(deps.database, moderator.sites, given.decided) : undefined,
    newsroomContext(deps, moderator, given.act),
  ]);
  const view = {
    ...newsroom,
    moderator,
    sites,
    counts,
    comments: page.rows,
    nextCursor: page.nextCursor,
    asked: askedOf(withoutEmpty(given)),
    tab: query.state,
    sort: query.sort,
    continued: query.cursor !== undefined,
    decided: decided ?? null,
    conflicts,
    keys,
    now: deps.now(),
  };
  return context.html(queuePage(view), conflicts.length > 0 ? 409 : 200);
}

/** What narrows and orders the queue, as it stands in the address. */
function askedOf(given: Record<string, string>): Asked {
  return Object.fromEntries(askedNames.flatMap((name) => (given[name] ? [[name, given[name]]] : [])));
}

/** A form sends what was not filled in as empty. */
export function withoutEmpty(given: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
}
