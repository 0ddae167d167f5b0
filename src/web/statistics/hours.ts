import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import { board, folded, wideTable } from './board.ts';
import { formatAverage } from './figures.ts';
import { markedBars } from './marked-bars.ts';
import type { StatisticsView } from './page.ts';
import type { StatisticsWording } from './wording.ts';

/** Of one hour of the day, on an average day. */
interface Hour {
  hour: number;
  arrived: number;
  decided: number;
}

/** When readers write and when moderators decide: when somebody should be at the desk. */
export function hoursSection(view: StatisticsView, words: StatisticsWording): Html {
  const hours = averageHours(view);
  const isEmpty = hours.every(({ arrived, decided }) => arrived + decided === 0);
  const body = isEmpty
    ? html`<p class="quiet">${words.hoursEmpty}</p>`
    : html`<p class="hint">${words.hoursHint}</p>
<p>${conclusion(hours, view, words)}</p>
${chart(hours, view, words)}
${folded(table(hours, view, words), words)}`;
  return board({ name: 'hours', heading: words.hours, body }, view, words);
}

/** Over the days since something first came in the period. */
function averageHours({ hours, hoursOfDay, period }: StatisticsView): Hour[] {
  const days = period.last - (hours[0]?.day ?? period.last) + 1;
  return hoursOfDay.map(({ hour, arrived, decided }) => ({
    hour,
    arrived: arrived / days,
    decided: decided / days,
  }));
}

function conclusion(hours: readonly Hour[], view: StatisticsView, words: StatisticsWording): string {
  const number = (value: number) => formatAverage(value, view.moderator.language);
  const busiest = hours.reduce((one, other) => (other.arrived > one.arrived ? other : one));
  const shortest = hours.reduce((one, other) =>
    other.arrived - other.decided > one.arrived - one.decided ? other : one,
  );
  const busy = words.busiest(words.hour(busiest.hour), number(busiest.arrived));
  if (shortest.arrived <= shortest.decided) return busy;
  return `${busy} ${words.short(words.hour(shortest.hour), number(shortest.arrived), number(shortest.decided))}`;
}

function chart(hours: readonly Hour[], view: StatisticsView, words: StatisticsWording): Html {
  const number = (value: number) => formatAverage(value, view.moderator.language);
  return html`${markedBars(
    { id: 'hours', title: words.hoursTitle, summary: conclusion(hours, view, words) },
    hours.map(({ hour, arrived, decided }) => ({
      tick: hour % 3 === 0 ? words.shortHour(hour) : '',
      told: words.hourTold(words.hour(hour), number(arrived), number(decided)),
      bar: arrived,
      mark: decided,
    })),
    number,
  )}
<ul class="legend"><li><svg width="18" height="18" aria-hidden="true"><rect class="arrived" x="1" y="1" width="16" height="16"/></svg> ${words.arrivedLayer}</li>
<li><svg width="18" height="18" aria-hidden="true"><rect class="decided" x="1" y="7" width="16" height="3"/></svg> ${words.decidedLayer}</li></ul>`;
}

function table(hours: readonly Hour[], view: StatisticsView, words: StatisticsWording): Html {
  const number = (value: number) => formatAverage(value, view.moderator.language);
  return wideTable(
    'hours',
    html`<thead><tr><th scope="col">${words.hourOfDay}</th><th scope="col">${words.arrivedLayer}</th>
<th scope="col">${words.decidedLayer}</th></tr></thead>`,
    html`<tbody>${hours.map(
      ({ hour, arrived, decided }) => html`<tr><th scope="row">${words.hour(hour)}</th>
<td>${number(arrived)}</td><td>${number(decided)}</td></tr>`,
    )}</tbody>`,
  );
}
