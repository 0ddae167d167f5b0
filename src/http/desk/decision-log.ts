import { createRoute, type z } from '@hono/zod-openapi';
import type { Moderator } from '../../moderators/moderator.ts';
import { noteAct } from '../../store/acts/note.ts';
import { actBy } from '../../store/acts/record.ts';
import type { LogFilter } from '../../store/queue/decision-filter.ts';
import { type LoggedDecision, listDecisions } from '../../store/queue/decision-log.ts';
import type { Deps } from '../deps.ts';
import { parseOrRefuse } from '../field-errors.ts';
import { isoTime, jsonAnswer, moderatorsOnly, newRoutes, problems } from '../routes.ts';
import { streamLines } from './decision-csv.ts';
import { logFilter, logPageAnswer, logQuery } from './moderator-shapes.ts';
import { sitesOf } from './moderator-sites.ts';
import { withoutEmpty } from './queue-page.ts';

const log = createRoute({
  method: 'get',
  path: '/api/v1/decisions',
  tags: ['Moderators'],
  security: moderatorsOnly,
  summary: 'The audit log, newest first',
  request: { query: logQuery },
  responses: { 200: jsonAnswer('A page of the log', logPageAnswer), ...problems },
});

/** The audit log of decisions: as JSON, and as a table to keep. */
export function decisionLogRoutes(deps: Deps) {
  const routes = newRoutes().openapi(log, async (context) => {
    const { limit, cursor, ...asked } = context.req.valid('query');
    const filter = toLogFilter(asked, context.get('moderator'));
    const page = await listDecisions(deps.database, { ...filter, limit, cursor });
    return context.json({ decisions: page.rows.map(toJson), nextCursor: page.nextCursor }, 200);
  });
  routes.get('/moderation/decisions.csv', async (context) => {
    const moderator = context.get('moderator');
    const asked = parseOrRefuse(logFilter, withoutEmpty(context.req.query()));
    const details = { what: 'decisions', format: 'csv' };
    await noteAct(deps.database, actBy(deps, moderator), { kind: 'export', details });
    const day = isoTime(deps.now()).slice(0, 10);
    return context.body(streamLines(deps, toLogFilter(asked, moderator), moderator.language), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="decisions-${day}.csv"`,
    });
  });
  return routes;
}

function toLogFilter(
  { site, from, to, ...same }: z.infer<typeof logFilter>,
  moderator: Moderator,
): LogFilter {
  return { ...same, sites: sitesOf(moderator, site), since: from, before: to };
}

/** By which access it was decided says the log of all acts. */
function toJson({ filter, createdAt, access: _, ...decision }: LoggedDecision) {
  return { ...decision, filter: filter && toAsked(filter), createdAt: isoTime(createdAt) };
}

/** By the names that the queue is asked with. */
export function toAsked({ tab, from, to, riskMin, riskMax, ...same }: NonNullable<LoggedDecision['filter']>) {
  const time = (at: unknown) => (typeof at === 'number' ? isoTime(at) : at);
  return { ...same, state: tab, from: time(from), to: time(to), 'risk-min': riskMin, 'risk-max': riskMax };
}
