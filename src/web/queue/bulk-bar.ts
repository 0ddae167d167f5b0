import { html } from 'hono/html';
import type { Action } from '../../comments/comment.ts';
import type { Tab } from '../../store/queue/queue-filter.ts';
import type { DeskWording } from '../desk/wording.ts';
import type { Html } from '../layout.ts';
import type { QueueView } from '../views.ts';
import { isNarrowed, queueParameters } from './address.ts';

/** What can be done to many of a tab at once. */
export const bulkActions: Readonly<Record<Tab, readonly Action[]>> = {
  pending: ['publish', 'reject', 'spam'],
  apart: ['publish', 'reject', 'spam'],
  reported: ['publish', 'reject', 'spam'],
  appeals: ['publish', 'reject', 'spam'],
  published: ['reject', 'spam', 'restore'],
  rejected: ['restore', 'spam', 'publish'],
  spam: ['restore', 'reject', 'publish'],
};

export function actionName(action: Action, tab: Tab, words: DeskWording): string {
  return tab === 'reported' && action === 'publish' ? words.keep : words.actions[action];
}

/** Decides the cards that are ticked. */
export function bulkBar({ tab, asked }: QueueView, words: DeskWording): Html {
  return html`<form class="bulk row" id="bulk" method="post" action="/moderation/decisions">
<input type="hidden" name="back" value="${queueParameters(asked)}">
<span id="selected">${words.selected}</span>
${bulkActions[tab].map(
  (action) =>
    html`<button class="button ${action}" name="action" value="${action}">${actionName(action, tab, words)}</button>`,
)}
<a class="target" href="/moderation/bulk?${queueParameters({ ...asked, state: tab })}">${words.everyMatch}${!isNarrowed(asked) && html`…`}</a>
</form>`;
}
