import type { Sentence } from '../../../language/language.ts';
import type { Moderator } from '../../../moderators/moderator.ts';
import { listBusiestArticles } from '../../../store/statistics/articles.ts';
import { countByDay, type Period, sumByDay } from '../../../store/statistics/days.ts';
import { countByHour, sumByHourOfDay } from '../../../store/statistics/hours.ts';
import { type Decided, readModerators } from '../../../store/statistics/moderators.ts';
import { listRuleOutcomes } from '../../../store/statistics/rules.ts';
import { readWaiting } from '../../../store/statistics/waiting.ts';
import type { Deps } from '../../deps.ts';
import { shownTo } from './asked.ts';
import { isoDay, toSeconds } from './shapes.ts';

interface Asked {
  deps: Deps;
  moderator: Moderator;
  period: Period;
}

interface Table {
  columns: readonly string[];
  rows: readonly string[][];
}

const mostArticles = 5000;
const total: Sentence = { vi: '(tổng cộng)', en: '(total)' };

/** Each part of the statistics as a table of its own, to open in a table program. */
export const tables = {
  async days({ deps, period }: Asked): Promise<Table> {
    const days = sumByDay(await countByDay(deps.database, period), period);
    const states = ['published', 'pending', 'rejected', 'spam', 'withdrawn'] as const;
    return {
      columns: ['day', ...states],
      rows: days.map(({ day, states: of }) => [isoDay(day), ...states.map((state) => String(of[state]))]),
    };
  },
  async hours({ deps, period }: Asked): Promise<Table> {
    const hours = sumByHourOfDay(await countByHour(deps.database, period));
    return {
      columns: ['hour', 'arrived', 'decided'],
      rows: hours.map(({ hour, arrived, decided }) => [hour, arrived, decided].map(String)),
    };
  },
  async moderators({ deps, moderator, period }: Asked): Promise<Table> {
    const { moderators, all } = await readModerators(deps.database, period);
    const rows = [...shownTo(moderator, moderators), { ...all, name: total[moderator.language] }];
    return {
      columns: ['moderator', ...decidedColumns, 'medianSeconds', 'longSeconds'],
      rows: rows.map((row) => [row.name, ...cellsOf(row)]),
    };
  },
  async articles({ deps, period }: Asked): Promise<Table> {
    const articles = await listBusiestArticles(deps.database, period, mostArticles);
    return {
      columns: ['site', 'article', 'title', 'comments', 'waiting', 'published', 'refused'],
      rows: articles.map(({ site, key, title, ...counts }) => [
        ...[site, key, title],
        ...[counts.comments, counts.waiting, counts.published, counts.refused].map(String),
      ]),
    };
  },
  async waiting({ deps, period }: Asked): Promise<Table> {
    const { comments, oldestMs, medianMs, late } = await readWaiting(deps.database, period.sites, deps.now());
    return {
      columns: ['waiting', 'over30Minutes', 'oldestSeconds', 'medianSeconds'],
      rows: [[String(comments), String(late), cellOf(toSeconds(oldestMs)), cellOf(toSeconds(medianMs))]],
    };
  },
  async rules({ deps, period }: Asked): Promise<Table> {
    const outcomes = await listRuleOutcomes(deps.database, period.sites);
    return {
      columns: ['rule', 'decided', 'published'],
      rows: outcomes.map(({ rule, decided, published }) => [rule, String(decided), String(published)]),
    };
  },
} as const;

export type TableName = keyof typeof tables;

const decidedColumns = ['decided', 'published', 'rejected', 'spam', 'restored', 'undone'] as const;

function cellsOf({ waits, ...counts }: Decided): string[] {
  const seconds = [toSeconds(waits?.medianMs ?? null), toSeconds(waits?.longMs ?? null)];
  return [...decidedColumns.map((name) => String(counts[name])), ...seconds.map(cellOf)];
}

function cellOf(value: number | null): string {
  return value === null ? '' : String(value);
}
