import { html } from 'hono/html';
import { icon } from '../desk/icons.ts';
import type { DeskWording } from '../desk/wording.ts';
import type { Html } from '../layout.ts';
import { queueAddress, queueParameters } from './address.ts';
import type { BulkView } from './bulk-page.ts';
import { actionName, bulkActions, colourOf, iconOf } from './list/bulk-bar.ts';

/** One decision for all that match; Enter in its fields decides nothing. */
export function bulkForm({ asked, tab, sample }: BulkView, count: string, words: DeskWording): Html {
  return html`<form class="bar" id="bulk-form" method="post" action="/moderation/decisions">
<button class="unseen" disabled aria-hidden="true" tabindex="-1"></button>
<input type="hidden" name="filter" value="${queueParameters({ ...asked, state: tab })}">
<input type="hidden" name="expected" value="${sample.matching}">
<input type="hidden" name="back" value="${queueParameters(asked)}">
${bulkActions[tab].map(
  (action) =>
    html`<button class="act ${action} ${colourOf[action]}" name="action" value="${action}">${icon(iconOf[action])}${words.bulkAll(actionName(action, tab, words), count)}</button>`,
)}
<a class="act leave" href="${queueAddress(asked)}">${words.leave}</a></form>`;
}

/** What is said with it: to the senders where it rejects, and to colleagues. */
export function bulkFields({ sites, asked, said }: BulkView, words: DeskWording): Html {
  const shown = sites.filter(({ id }) => !asked.site || id === asked.site);
  const reasons = new Set(shown.flatMap((site) => site['reject-reasons']));
  return html`<div class="fields pair"><div class="field"><label for="bulk-reason">${words.bulkReason}</label>
<input id="bulk-reason" name="other" value="${said?.reason ?? ''}" form="bulk-form" list="bulk-reasons" maxlength="500" autocomplete="off" aria-describedby="bulk-reason-hint">
<datalist id="bulk-reasons">${[...reasons].map((reason) => html`<option value="${reason}"></option>`)}</datalist>
<p class="hint" id="bulk-reason-hint">${words.reasonHint}</p></div>
<div class="field"><label for="bulk-note">${words.note}</label>
<input id="bulk-note" name="note" value="${said?.note ?? ''}" form="bulk-form" maxlength="1000" autocomplete="off" aria-describedby="bulk-note-hint">
<p class="hint" id="bulk-note-hint">${words.noteHint}</p></div></div>`;
}
