import { html } from 'hono/html';
import type { State } from '../../comments/comment.ts';
import type { Language } from '../../language/language.ts';
import type { Html } from '../layout.ts';
import { formatNumber } from '../time.ts';
import { board, folded, wideTable } from './board.ts';
import { type Column, legend, stackedBars } from './chart.ts';
import { formatDay, formatShortDay } from './figures.ts';
import type { StatisticsView } from './page.ts';
import type { StatisticsWording } from './wording.ts';

const id = 'days';
/** From the ground up: what is public, what may become so, what is not. */
const stacked: readonly State[] = ['published', 'pending', 'rejected', 'spam', 'withdrawn'];
const mostTicks = 5;

interface Day {
  day: number;
  parts: readonly number[];
  all: number;
}

/** Comments of each day by what became of them, as a chart and as a table. */
export function dailySection(view: StatisticsView, words: StatisticsWording): Html {
  const { language } = view.moderator;
  const days = daysOf(view);
  const all = sum(days.map((day) => day.all));
  const body =
    all === 0
      ? html`<p class="quiet">${words.dailyEmpty}</p>`
      : html`<p class="hint">${words.dailyHint}</p>
${chart(days, all, language, words)}
${folded(table(days, language, words), words)}`;
  return board({ name: id, heading: words.daily, body }, view, words);
}

function daysOf({ daily }: StatisticsView): Day[] {
  return daily.map(({ day, states }) => {
    const parts = stacked.map((state) => states[state]);
    return { day, parts, all: sum(parts) };
  });
}

function chart(days: readonly Day[], all: number, language: Language, words: StatisticsWording): Html {
  const number = (value: number) => formatNumber(value, language);
  const most = days.reduce((one, other) => (other.all > one.all ? other : one));
  const layers = stacked.map((state) => ({ name: state, label: words.states[state] }));
  const text = {
    id,
    title: words.dailyTitle(number(days.length)),
    summary: words.dailySummary(number(all), number(most.all), formatDay(most.day, language)),
  };
  const columns = days.map((day, at) => toColumn(day, isTicked(at, days.length), language, words));
  const seen = layers.filter((_, layer) => days.some(({ parts }) => (parts[layer] ?? 0) > 0));
  return html`${stackedBars(text, layers, columns, number)}${legend(id, seen)}`;
}

/** So many that they do not touch on a telephone, counted from today back. */
function isTicked(at: number, of: number): boolean {
  return (of - 1 - at) % Math.ceil(of / mostTicks) === 0;
}

function toColumn(
  { day, parts, all }: Day,
  isTicked: boolean,
  language: Language,
  words: StatisticsWording,
): Column {
  const said = stacked.flatMap((state, at) =>
    (parts[at] ?? 0) > 0 ? [`${words.states[state]}: ${formatNumber(parts[at] ?? 0, language)}`] : [],
  );
  const told = [`${formatDay(day, language)}: ${formatNumber(all, language)}`, ...said].join('\n');
  return { tick: isTicked ? formatShortDay(day, language) : '', told, parts };
}

function table(days: readonly Day[], language: Language, words: StatisticsWording): Html {
  return wideTable(
    id,
    html`<thead><tr><th scope="col">${words.day}</th><th scope="col">${words.all}</th>
${stacked.map((state) => html`<th scope="col">${words.states[state]}</th>`)}</tr></thead>`,
    html`<tbody>${days.toReversed().map(
      ({ day, parts, all }) => html`<tr><th scope="row">${formatDay(day, language)}</th>
${[all, ...parts].map((count) => html`<td>${formatNumber(count, language)}</td>`)}</tr>`,
    )}</tbody>`,
  );
}

function sum(counts: readonly number[]): number {
  return counts.reduce((whole, count) => whole + count, 0);
}
