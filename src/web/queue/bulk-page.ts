import { html } from 'hono/html';
import type { Moderator } from '../../moderators/moderator.ts';
import type { Site } from '../../sites/site.ts';
import type { Tab } from '../../store/queue/queue-filter.ts';
import { deskLayout } from '../desk/desk-layout.ts';
import { type DeskWording, deskWording } from '../desk/wording.ts';
import type { Html } from '../layout.ts';
import { formatNumber } from '../time.ts';
import { type Asked, queueAddress, queueParameters } from './address.ts';
import { criteriaOf } from './criteria.ts';
import { actionName, bulkActions, colourOf } from './list/bulk-bar.ts';

export interface BulkView {
  moderator: Moderator;
  sites: readonly Site[];
  asked: Asked;
  tab: Tab;
  /** How many match, up to one more than can be decided at once. */
  matching: number;
  most: number;
}

/** All that match a filter: first how many there are, then one decision. */
export function bulkPage(view: BulkView): Html {
  const { moderator, asked, matching, most } = view;
  const words = deskWording[moderator.language];
  const count = formatNumber(Math.min(matching, most), moderator.language);
  const decidable = matching > 0 && matching <= most;
  return deskLayout({
    moderator,
    section: 'queue',
    title: words.bulkTitle,
    body: html`<section class="card">
<p><strong>${lead(matching, most, count, words)}</strong></p>
<ul class="criteria">${criteria(view, words)}</ul>
${decidable && html`<p>${words.bulkWarning}</p>${bulkForm(view, count, words)}`}
</section>
<p><a class="target" href="${queueAddress(asked)}">${words.backToQueue}</a></p>`,
  });
}

function lead(matching: number, most: number, count: string, words: DeskWording): string {
  if (matching === 0) return words.bulkNone;
  return matching > most ? words.bulkMany(count) : words.bulkMatch(count);
}

function criteria({ asked, tab, moderator, sites }: BulkView, words: DeskWording): Html[] {
  const site = sites.find(({ id }) => id === asked.site)?.name;
  const said = criteriaOf(asked, moderator.language).map(({ text }) => text);
  return [words.tabs[tab], ...(site ? [site] : []), ...said].map((text) => html`<li>${text}</li>`);
}

function bulkForm({ asked, tab, matching }: BulkView, count: string, words: DeskWording): Html {
  return html`<form class="row decision" method="post" action="/moderation/decisions">
<input type="hidden" name="filter" value="${queueParameters({ ...asked, state: tab })}">
<input type="hidden" name="expected" value="${matching}">
<input type="hidden" name="back" value="${queueParameters(asked)}">
${bulkActions[tab].map(
  (action) =>
    html`<button class="act ${action} ${colourOf[action]}" name="action" value="${action}">${words.bulkAll(actionName(action, tab, words), count)}</button>`,
)}
</form>`;
}
