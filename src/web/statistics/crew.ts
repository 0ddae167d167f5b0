import { html } from 'hono/html';
import type { Decided } from '../../store/statistics/moderators.ts';
import type { Html } from '../layout.ts';
import { formatNumber } from '../time.ts';
import { board, wideTable } from './board.ts';
import { formatStretch } from './figures.ts';
import type { StatisticsView } from './page.ts';
import type { StatisticsWording } from './wording.ts';

const counted = ['decided', 'published', 'rejected', 'spam', 'restored', 'undone'] as const;

/** What each moderator decided, how soon, and how much of it colleagues undid. */
export function crewSection(view: StatisticsView, words: StatisticsWording): Html {
  const { moderators, decided, moderator } = view;
  const nothing = decided.decided + decided.undone === 0;
  const body = html`<p class="hint">${words.crewHint}${moderator.role !== 'owner' && html` ${words.crewOwn}`}</p>
${wideTable(
  'moderators',
  html`<thead><tr><th scope="col">${words.moderator}</th>
${counted.map((name) => html`<th scope="col">${words.counted[name]}</th>`)}
<th scope="col">${words.halfIn}</th></tr></thead>`,
  html`<tbody>${moderators.map((one) => row(html`<bdi>${one.name}</bdi>`, one, view))}</tbody>
<tfoot>${row(html`${words.everyone}`, decided, view)}</tfoot>`,
)}`;
  return board(
    {
      name: 'moderators',
      heading: words.crew,
      body: nothing ? html`<p class="quiet">${words.crewEmpty}</p>` : body,
    },
    view,
    words,
  );
}

function row(name: Html, figures: Decided, { moderator: { language } }: StatisticsView): Html {
  const median = figures.waits ? formatStretch(figures.waits.medianMs, language) : '–';
  return html`<tr><th scope="row">${name}</th>
${counted.map((count) => html`<td>${formatNumber(figures[count], language)}</td>`)}
<td>${median}</td></tr>`;
}
