import type { Database } from '../database.ts';
import { type ArticleFigures, listBusiestArticles } from './articles.ts';
import { countByDay, type DaySum, type Period, sumByDay } from './days.ts';
import { countByHour, type HourCount, type HourOfDay, sumByHourOfDay } from './hours.ts';
import { type Decided, type ModeratorFigures, readModerators } from './moderators.ts';
import { listRuleOutcomes, type RuleOutcome } from './rules.ts';
import { readWaiting, type Waiting } from './waiting.ts';

/** What the desk may know of its own work; all of it comes from counts that are kept ready. */
export interface Statistics {
  waiting: Waiting;
  daily: readonly DaySum[];
  hours: readonly HourCount[];
  hoursOfDay: readonly HourOfDay[];
  moderators: readonly ModeratorFigures[];
  /** By all moderators, in the period and on its last day. */
  decided: Decided;
  decidedLast: Decided;
  articles: readonly ArticleFigures[];
  /** Over all time. */
  outcomes: readonly RuleOutcome[];
}

/** Of so many articles at most. */
export async function readStatistics(
  database: Database,
  period: Period,
  { now, articles }: { now: number; articles: number },
): Promise<Statistics> {
  const [waiting, daily, hours, { moderators, all }, last, busiest, outcomes] = await Promise.all([
    readWaiting(database, period.sites, now),
    countByDay(database, period),
    countByHour(database, period),
    readModerators(database, period),
    readModerators(database, { ...period, first: period.last }),
    listBusiestArticles(database, period, articles),
    listRuleOutcomes(database, period.sites),
  ]);
  return {
    waiting,
    daily: sumByDay(daily, period),
    hours,
    hoursOfDay: sumByHourOfDay(hours),
    moderators,
    decided: all,
    decidedLast: last.all,
    articles: busiest,
    outcomes,
  };
}
