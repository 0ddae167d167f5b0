import { html } from 'hono/html';
import type { Moderator } from '../../moderators/moderator.ts';
import type { Site } from '../../sites/site.ts';
import type { Period } from '../../store/statistics/days.ts';
import type { Statistics } from '../../store/statistics/statistics.ts';
import { deskLayout } from '../desk/desk-layout.ts';
import { stylesheet } from '../files.ts';
import type { Html } from '../layout.ts';
import { formatNumber } from '../time.ts';
import { articlesSection } from './articles.ts';
import { askedFor } from './board.ts';
import { crewSection } from './crew.ts';
import { dailySection } from './daily.ts';
import { hoursSection } from './hours.ts';
import { nowSection } from './now.ts';
import { rulesSection } from './rules.ts';
import { type StatisticsWording, statisticsWording } from './wording.ts';

/** The figures, and of moderators those that this one may see. */
export interface StatisticsView extends Statistics {
  moderator: Moderator;
  sites: readonly Site[];
  /** Null: all of the moderator's. */
  site: string | null;
  /** How many days back, today included, and what else may be chosen. */
  days: number;
  periods: readonly number[];
  period: Period;
  now: number;
}

/** What came in and became of it, how long it waited, who decided it, and which rule is wrong most often. */
export function statisticsPage(view: StatisticsView): Html {
  const { moderator, sites } = view;
  const words = statisticsWording[moderator.language];
  return deskLayout({
    moderator,
    section: 'statistics',
    help: 'statistics',
    title: words.title,
    body: html`${stylesheet('statistics')}
<div class="asked">${choosePeriod(view, words)}${sites.length > 1 && chooseSite(view, words)}</div>
${nowSection(view, words)}
${dailySection(view, words)}
${hoursSection(view, words)}
${crewSection(view, words)}
${articlesSection(view, words)}
${rulesSection(view, words)}`,
  });
}

function chooseSite({ sites, site, days }: StatisticsView, words: StatisticsWording): Html {
  const options = [{ id: '', name: words.everySite }, ...sites];
  return html`<form class="sites" method="get" action="/moderation/statistics">
<input type="hidden" name="days" value="${days}">
<label for="site">${words.site}</label>
<select id="site" name="site">${options.map(
    ({ id, name }) => html`<option value="${id}"${id === (site ?? '') && html` selected`}>${name}</option>`,
  )}</select>
<button class="act">${words.show}</button></form>`;
}

function choosePeriod(view: StatisticsView, words: StatisticsWording): Html {
  const { days, periods, moderator } = view;
  return html`<nav class="periods" aria-label="${words.period}">${periods.map(
    (
      chosen,
    ) => html`<a class="target" href="/moderation/statistics?${askedFor(view, chosen)}"${chosen === days && html` aria-current="page"`}>
${words.lastDays(formatNumber(chosen, moderator.language))}</a>`,
  )}</nav>`;
}
