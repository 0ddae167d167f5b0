import { noteAct } from '../../../store/acts/note.ts';
import { actBy } from '../../../store/acts/record.ts';
import { readStatistics } from '../../../store/statistics/statistics.ts';
import { statisticsPage } from '../../../web/statistics/page.ts';
import type { Deps } from '../../deps.ts';
import { parseOrRefuse } from '../../field-errors.ts';
import { newRoutes } from '../../routes.ts';
import { byteOrderMark, toLine } from '../csv.ts';
import { listSitesOf } from '../moderator-sites.ts';
import { withoutEmpty } from '../queue-page.ts';
import { periodDays, shownTo, statisticsQuery, toPeriod } from './asked.ts';
import { type TableName, tables } from './tables.ts';

const mostArticles = 15;

/** What came in, how long it waited, who decided it, and where the filter and the moderators disagree. */
export function statisticsRoutes(deps: Deps) {
  const routes = newRoutes();
  routes.get('/moderation/statistics', async (context) => {
    const asked = parseOrRefuse(statisticsQuery, withoutEmpty(context.req.query()));
    const moderator = context.get('moderator');
    const now = deps.now();
    const period = toPeriod(asked, moderator, now);
    const statistics = await readStatistics(deps.database, period, { now, articles: mostArticles });
    return context.html(
      statisticsPage({
        ...statistics,
        moderators: shownTo(moderator, statistics.moderators),
        moderator,
        sites: await listSitesOf(deps, moderator),
        site: asked.site ?? null,
        days: asked.days,
        periods: periodDays,
        period,
        now,
      }),
    );
  });
  for (const name of Object.keys(tables) as TableName[]) {
    routes.get(`/moderation/statistics/${name}.csv`, async (context) => {
      const asked = parseOrRefuse(statisticsQuery, withoutEmpty(context.req.query()));
      const moderator = context.get('moderator');
      const period = toPeriod(asked, moderator, deps.now());
      const { columns, rows } = await tables[name]({ deps, moderator, period });
      const details = { what: 'statistics', format: 'csv' };
      await noteAct(deps.database, actBy(deps, moderator), { kind: 'export', details });
      return context.body(byteOrderMark + [columns, ...rows].map(toLine).join(''), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}-${asked.days}.csv"`,
      });
    });
  }
  return routes;
}
