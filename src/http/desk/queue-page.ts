import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { QueuedComment } from '../../comments/comment.ts';
import type { Moderator } from '../../moderators/moderator.ts';
import type { Problem } from '../../problem.ts';
import { findConsents } from '../../store/comments/consents.ts';
import { longQueues, silentChannels } from '../../store/notices/alerts.ts';
import { mostDecided } from '../../store/queue/decisions.ts';
import { findQueued } from '../../store/queue/queue.ts';
import { sampleMatching } from '../../store/queue/sample.ts';
import { readToday, type Today } from '../../store/queue/today.ts';
import { isNarrowed } from '../../web/queue/address.ts';
import { bulkPage } from '../../web/queue/bulk-page.ts';
import { queuePage } from '../../web/queue/page.ts';
import { panesFragment } from '../../web/queue/panes.ts';
import type { PaneContext } from '../../web/views.ts';
import { dayMs } from '../../world/clock.ts';
import type { Deps, Env } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { statusOf } from '../problems.ts';
import { newRoutes } from '../routes.ts';
import { toQueueFilter } from './asked.ts';
import { sitesOf } from './moderator-sites.ts';
import { paneContext } from './pane-context.ts';
import { readQueue } from './queue.ts';
import { queueFilter, queueQuery, sortOf } from './queue-shapes.ts';
import { listCounted } from './views/saved.ts';

/** So many whole comments are sent at once. */
const mostPanes = 10;

/** The queue as pages, and parts of them. */
export function queuePageRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.get('/moderation', (context) => showQueue(deps, context, context.req.query()));
  routes.get('/moderation/bulk', (context) => showBulk(deps, context, context.req.query()));
  routes.get('/moderation/panes', async (context) => {
    const query = new URLSearchParams(context.req.query());
    const ids = (query.get('ids') ?? '').split(',').filter(Boolean).slice(0, mostPanes);
    const moderator = context.get('moderator');
    const [comments, shown, consents] = await Promise.all([
      findQueued(deps.database, moderator.sites, ids),
      paneContext(deps, moderator, query),
      findConsents(deps.database, ids),
    ]);
    return context.html(panesFragment(comments, { ...shown, consents }));
  });
  return routes;
}

/** The queue as a page, with the comment `here` shown whole; `conflicts` are those that somebody else decided first. */
export async function showQueue(
  deps: Deps,
  context: Context<Env>,
  given: Record<string, string>,
  conflicts: readonly QueuedComment[] = [],
) {
  const moderator = context.get('moderator');
  const query: z.infer<typeof queueQuery> = parseOrRefuse(queueQuery, withoutEmpty(given));
  const [{ page, counts }, shown, views, alerts] = await Promise.all([
    readQueue(deps, moderator, query),
    paneContext(deps, moderator, new URLSearchParams(withoutEmpty(given))),
    listCounted(deps, moderator),
    alertsFor(deps, moderator, query.site),
  ]);
  const at = Math.max(
    page.rows.findIndex(({ id }) => id === given.here),
    0,
  );
  const chosen = page.rows[at];
  const view = {
    ...shown,
    counts,
    views,
    alerts,
    chosen,
    comments: page.rows,
    nextCursor: page.nextCursor,
    tab: query.state,
    sort: sortOf(query),
    continued: query.cursor !== undefined,
    place: {
      nth: `${at + 1}/${page.rows.length}` as const,
      before: page.rows[at - 1]?.id,
      after: page.rows[at + 1]?.id,
    },
    consents: await findConsents(deps.database, chosen ? [chosen.id] : []),
    conflicts,
    today: page.rows.length === 0 && query.state === 'pending' ? await todayOf(deps, moderator, shown) : null,
  };
  return context.html(queuePage(view), conflicts.length > 0 ? 409 : 200);
}

async function alertsFor({ database, now }: Deps, moderator: Moderator, site: string | undefined) {
  const sites = sitesOf(moderator, site);
  return {
    longQueues: await longQueues(database, sites, now()),
    silentChannels: moderator.role === 'owner' ? await silentChannels(database, sites, now() - dayMs) : [],
  };
}

/** What a decision by filter would cover; once one was refused, why, with what was typed. */
export async function showBulk(
  deps: Deps,
  context: Context<Env>,
  query: Record<string, string>,
  refused?: { problem: Problem; said: { reason: string; note: string } },
) {
  const given = withoutEmpty(query);
  const filter = parseOrRefuse(queueFilter, given);
  const moderator = context.get('moderator');
  const asked = toQueueFilter(filter, sitesOf(moderator, filter.site));
  const [sample, shown] = await Promise.all([
    sampleMatching(deps.database, asked),
    paneContext(deps, moderator, new URLSearchParams(given)),
  ]);
  const again = refused && { refused: refused.problem.detail[moderator.language], said: refused.said };
  const page = bulkPage({ ...shown, ...again, tab: filter.state, sample, most: mostDecided });
  return context.html(page, refused ? statusOf[refused.problem.kind] : 200);
}

/** What was done today, where the queue is empty and nothing narrows it. */
async function todayOf(deps: Deps, moderator: Moderator, { asked }: PaneContext): Promise<Today | null> {
  if (isNarrowed(asked)) return null;
  const { id: moderatorId } = moderator;
  return readToday(deps.database, sitesOf(moderator, asked.site), { moderatorId, now: deps.now() });
}

/** A form sends what was not filled in as empty. */
export function withoutEmpty(given: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
}
