import { z } from '@hono/zod-openapi';
import { countStates } from '../../store/queue/state-counts.ts';
import { countByDay, dayInVietnam, listRuleOutcomes, readWaits } from '../../store/queue/statistics.ts';
import { statisticsPage } from '../../web/statistics/page.ts';
import type { Deps } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { newRoutes } from '../routes.ts';
import { listSitesOf, sitesOf } from './moderator-sites.ts';

const periods = ['7', '30', '90'] as const;

const statisticsQuery = z.object({
  site: z
    .string()
    .optional()
    .transform((site) => site || undefined),
  days: z.enum(periods).default('30').transform(Number),
});

/** What came in, how long it waited, and where the filter and the moderators disagree. */
export function statisticsRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.get('/moderation/statistics', async (context) => {
    const { site, days } = parseOrRefuse(statisticsQuery, context.req.query());
    const moderator = context.get('moderator');
    const asked = sitesOf(moderator, site);
    const last = dayInVietnam(deps.now());
    return context.html(
      statisticsPage({
        moderator,
        sites: await listSitesOf(deps, moderator),
        site: site ?? null,
        days,
        periods: periods.map(Number),
        today: last,
        daily: await countByDay(deps.database, asked, { first: last - days + 1, last }),
        counts: await countStates(deps.database, asked),
        waits: await readWaits(deps.database, asked),
        outcomes: await listRuleOutcomes(deps.database, asked),
      }),
    );
  });
  return routes;
}
