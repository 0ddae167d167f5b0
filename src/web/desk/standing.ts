import { html } from 'hono/html';
import type { Figures } from '../../filter/own/standing.ts';
import type { OwnStanding } from '../../screening/own-model.ts';
import type { Html } from '../layout.ts';
import { formatNumber } from '../time.ts';
import type { FilterView } from '../views.ts';
import type { FilterWording } from './filter-wording.ts';

/** Which model speaks on a site, why, and how good both were. */
export function standing({ standing: own, site, moderator }: FilterView, words: FilterWording): Html {
  const number = (value: number) => formatNumber(value, moderator.language);
  if (site.learning === 'off') return html`<p>${words.learnsNothing}</p>`;
  if (!own) return html`<p>${words.speaks.few}</p>`;
  const { publish, reject, spam } = own.taught;
  return html`<p>${words.taught(number(publish + reject + spam), number(publish), number(reject), number(spam))}</p>
<p><strong>${words.speaks[own.why]}</strong></p>
${own.why !== 'few' && figures(own, number, words)}`;
}

function figures(own: OwnStanding, number: (value: number) => string, words: FilterWording): Html {
  const percent = (share: number) => `${number(Math.round(share * 1000) / 10)}%`;
  const row = (
    name: string,
    one: Figures,
  ) => html`<tr><th scope="row">${name}</th><td>${percent(one.auc)}</td>
<td>${percent(one.goodHeld)}</td><td>${percent(one.badHeld)}</td><td>${percent(Math.sqrt(one.brier))}</td></tr>`;
  return html`<p id="standing-over">${words.measured(number(own.measured))}</p>
<div class="wide" tabindex="0" role="region" aria-labelledby="standing-over"><table><thead><tr><th scope="col">${words.by}</th><th scope="col">${words.auc}</th>
<th scope="col">${words.goodHeld}</th><th scope="col">${words.badHeld}</th><th scope="col">${words.missed}</th></tr></thead>
<tbody>${row(words.shipped, own.shipped)}${row(words.learned, own.own)}</tbody></table></div>
${own.why === 'better' && html`<p class="quiet">${own.holdAbove === null ? words.holdsAsShipped : words.holdsAbove(percent(own.holdAbove))}</p>`}`;
}
