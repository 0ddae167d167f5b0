import { z } from '@hono/zod-openapi';
import type { Moderator } from '../../../moderators/moderator.ts';
import { siteId } from '../../../sites/site.ts';
import { dayInVietnam, type Period } from '../../../store/statistics/days.ts';
import type { ModeratorFigures } from '../../../store/statistics/moderators.ts';
import { sitesOf } from '../moderator-sites.ts';

const periods = ['7', '30', '90'] as const;

export const periodDays: readonly number[] = periods.map(Number);

export const statisticsQuery = z.object({
  site: siteId.optional(),
  days: z.enum(periods).default('30').transform(Number).openapi({
    type: 'string',
    description: 'How many days back, today included; a day begins at midnight in Vietnam.',
  }),
});

export type StatisticsQuery = z.infer<typeof statisticsQuery>;

/** The days up to today, of the sites asked about; throws `not-found` for a site of others. */
export function toPeriod({ site, days }: StatisticsQuery, moderator: Moderator, now: number): Period {
  const last = dayInVietnam(now);
  return { sites: sitesOf(moderator, site), first: last - days + 1, last };
}

/** An owner sees what each one did; others see that of themselves. */
export function shownTo(
  moderator: Moderator,
  moderators: readonly ModeratorFigures[],
): readonly ModeratorFigures[] {
  return moderator.role === 'owner' ? moderators : moderators.filter(({ id }) => id === moderator.id);
}
