import { html } from 'hono/html';
import type { State } from '../../comments/comment.ts';
import type { Moderator } from '../../moderators/moderator.ts';
import type { Site } from '../../sites/site.ts';
import type { DayCount, RuleOutcome, Waits } from '../../store/queue/statistics.ts';
import { deskLayout } from '../desk/desk-layout.ts';
import { formatDuration } from '../duration.ts';
import { stylesheet } from '../files.ts';
import type { Html } from '../layout.ts';
import { formatNumber } from '../time.ts';
import { dailySection } from './daily.ts';
import { rulesSection } from './rules.ts';
import { type StatisticsWording, statisticsWording } from './wording.ts';

export interface StatisticsView {
  moderator: Moderator;
  sites: readonly Site[];
  /** Null: all of the moderator's. */
  site: string | null;
  /** How many days back, today included, and what else may be chosen. */
  days: number;
  periods: readonly number[];
  /** The day in Vietnam, counted from 1970. */
  today: number;
  daily: readonly DayCount[];
  counts: Readonly<Record<State | 'apart', number>>;
  waits: Waits | null;
  outcomes: readonly RuleOutcome[];
}

/** What came in and became of it, how long it waited, and which rule is wrong most often. */
export function statisticsPage(view: StatisticsView): Html {
  const { moderator, sites } = view;
  const words = statisticsWording[moderator.language];
  return deskLayout({
    moderator,
    section: 'statistics',
    title: words.title,
    body: html`${stylesheet('statistics')}
${sites.length > 1 && chooseSite(view, words)}
${choosePeriod(view, words)}
${todaySection(view, words)}
${dailySection(view, words)}
${waitsSection(view, words)}
${rulesSection(view, words)}`,
  });
}

function chooseSite({ sites, site, days }: StatisticsView, words: StatisticsWording): Html {
  const options = [{ id: '', name: words.everySite }, ...sites];
  return html`<form class="filter" method="get" action="/moderation/statistics">
<input type="hidden" name="days" value="${days}">
<div class="field"><label for="site">${words.site}</label>
<select id="site" name="site">${options.map(
    ({ id, name }) => html`<option value="${id}"${id === (site ?? '') && html` selected`}>${name}</option>`,
  )}</select></div>
<button class="button">${words.show}</button></form>`;
}

function choosePeriod({ days, periods, site, moderator }: StatisticsView, words: StatisticsWording): Html {
  const address = (chosen: number) =>
    `/moderation/statistics?${new URLSearchParams({ ...(site !== null && { site }), days: String(chosen) })}`;
  return html`<nav class="tabs" aria-label="${words.period}">${periods.map(
    (
      chosen,
    ) => html`<a class="target" href="${address(chosen)}"${chosen === days && html` aria-current="page"`}>
${words.lastDays(formatNumber(chosen, moderator.language))}</a>`,
  )}</nav>`;
}

function todaySection(view: StatisticsView, words: StatisticsWording): Html {
  const { daily, today, counts, moderator } = view;
  const number = (value: number) => formatNumber(value, moderator.language);
  const ofToday = daily.filter(({ day }) => day === today);
  const arrived = ofToday.reduce((sum, { count }) => sum + count, 0);
  return html`<section class="card" aria-labelledby="today-heading">
<h2 id="today-heading">${words.today}</h2>
<dl class="figures">
${figure(words.arrived, number(arrived))}
${ofToday.map(({ state, count }) => figure(words.ofThem[state], number(count)))}
${figure(words.waitingInAll, number(counts.pending + counts.apart))}
</dl></section>`;
}

function waitsSection({ waits, moderator: { language } }: StatisticsView, words: StatisticsWording): Html {
  return html`<section class="card" aria-labelledby="waits-heading">
<h2 id="waits-heading">${words.waits}</h2>
${
  waits
    ? html`<dl class="figures waits">
${figure(words.median, formatDuration(waits.medianMs, language))}
${figure(words.long, formatDuration(waits.longMs, language))}
</dl><p class="hint">${words.waitsHint(formatNumber(waits.comments, language))}</p>`
    : html`<p class="quiet">${words.waitsEmpty}</p>`
}</section>`;
}

function figure(name: string, value: string): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}
