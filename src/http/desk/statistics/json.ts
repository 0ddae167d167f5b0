import { createRoute } from '@hono/zod-openapi';
import type { Period } from '../../../store/statistics/days.ts';
import { readStatistics, type Statistics } from '../../../store/statistics/statistics.ts';
import type { Deps } from '../../deps.ts';
import { jsonAnswer, moderatorsOnly, newRoutes, problems } from '../../routes.ts';
import { shownTo, statisticsQuery, toPeriod } from './asked.ts';
import { decidedJson, isoDay, statisticsAnswer, toSeconds } from './shapes.ts';

const mostArticles = 100;

const statisticsRoute = createRoute({
  method: 'get',
  path: '/api/v1/statistics',
  tags: ['Moderators'],
  security: moderatorsOnly,
  summary: 'What came in, how long it waited, and what became of it',
  request: { query: statisticsQuery },
  responses: { 200: jsonAnswer('The figures of a period', statisticsAnswer), ...problems },
});

/** The same figures as the page has. */
export function statisticsApiRoutes(deps: Deps) {
  return newRoutes().openapi(statisticsRoute, async (context) => {
    const moderator = context.get('moderator');
    const now = deps.now();
    const period = toPeriod(context.req.valid('query'), moderator, now);
    const statistics = await readStatistics(deps.database, period, { now, articles: mostArticles });
    const moderators = shownTo(moderator, statistics.moderators);
    return context.json(toJson({ ...statistics, moderators }, period), 200);
  });
}

function toJson(statistics: Statistics, period: Period) {
  const { waiting, daily, hoursOfDay, decided, moderators, articles, outcomes } = statistics;
  return {
    from: isoDay(period.first),
    to: isoDay(period.last),
    waiting: {
      comments: waiting.comments,
      over30Minutes: waiting.late,
      oldestSeconds: toSeconds(waiting.oldestMs),
      medianSeconds: toSeconds(waiting.medianMs),
    },
    days: daily.map(({ day, states }) => ({ day: isoDay(day), ...states })),
    hours: [...hoursOfDay],
    decided: decidedJson(decided),
    moderators: moderators.map((one) => ({ name: one.name, ...decidedJson(one) })),
    articles: [...articles],
    rules: [...outcomes],
  };
}
